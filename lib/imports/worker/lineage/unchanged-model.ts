import { z } from 'zod';
import type { SqlValue, StageDb } from '../stage-db';
import { givenColumns } from './evidence-rows';
import { sqlType } from './read-model';
import { unpackReading } from './stored-reading';

/** Where the print of the whole model stands among the kept readings. */
const WHOLE = '';

const Print = z.object({ print: z.string() });

/** A hash of all that the lineage of the staged definitions comes from: tables `readable` and `catalog_known`. */
export async function modelPrint(db: StageDb): Promise<string> {
  const rows = (table: string, columns: string) =>
    `SELECT count(*) || ':' || coalesce(bit_xor(md5_number(to_json([${columns}])::VARCHAR))::VARCHAR, '') AS part FROM ${table}`;
  const { print } = await db.one(
    Print,
    `SELECT (${rows('readable', 'object, fingerprint')}) || ' '
       || (${rows('catalog_known', 'database_name, schema_name, object_name, object_type, columns')}) AS print`,
  );
  return print;
}

/** Is all as it was when the readings were kept, and is each of them there? Then every definition would tell the same again. */
export async function isUnchanged(db: StageDb, print: string): Promise<boolean> {
  const same = await db.count(`FROM kept_readings WHERE object = '${WHOLE}' AND fingerprint = $print`, {
    print,
  });
  return (
    same > 0 && (await db.count('FROM readable ANTI JOIN kept_readings USING (object, fingerprint)')) === 0
  );
}

/** Keeps the print for the next import. */
export async function keepPrint(db: StageDb, print: string): Promise<void> {
  await db.append('parsed_readings', [[WHOLE, print, '']]);
}

const KeptRow = z.object({
  object: z.string(),
  object_type: z.string(),
  trail: z.string(),
  _file: z.number(),
  _record: z.number(),
});

/** Takes what was known of every definition, without looking into those that made nothing known. */
export async function reuseAll(db: StageDb, { columnsOfViews }: { columnsOfViews: boolean }): Promise<void> {
  await db.run('INSERT INTO parsed_reused SELECT object FROM readable');
  const telling = columnsOfViews ? "r.object_type IN ('view', 'function')" : 'false';
  const rows = await db.all(
    KeptRow,
    `SELECT r.object, r.object_type, k.trail, r._file, r._record FROM readable AS r JOIN kept_readings AS k USING (object, fingerprint)
     WHERE NOT ends_with(k.trail, '"named":[]}') OR ${telling} ORDER BY r._file, r._record, r.object`,
  );
  const kept = rows.map(({ trail, ...row }) => ({ ...row, ...unpackReading(trail) }));
  const named = new Map<string, SqlValue[]>();
  for (const { named: all, _file, _record } of kept)
    for (const { id, database, schema, name, type } of all)
      if (!named.has(id)) named.set(id, [id, database, schema, name, type, _file, _record]);
  await db.append('parsed_objects', named.values());
  if (!columnsOfViews) return;
  const columns = kept.flatMap(({ object, object_type, reading, _file, _record }) =>
    givenColumns({ id: object, type: sqlType(object_type), file: _file, record: _record }, reading.results),
  );
  await db.append('parsed_views', columns);
}
