import 'server-only';
import { z } from 'zod';
import type { Column } from '@/lib/catalog/contract';
import type { Reader } from '@/lib/workspace/server/reader';
import { columns, definitions, objects, sources } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';
import { Origin } from './provenance';

type Of = { object: string; snapshot: number };

const ObjectRow = z.object({ source: z.string(), native_type: z.string(), ...Origin.shape });

/** What each source says of an object, the one that named it (the newest row) first. */
export function objectRows(db: Reader, of: Of): Promise<z.infer<typeof ObjectRow>[]> {
  return db.all(
    ObjectRow,
    `SELECT source, native_type, _import, _file, _record FROM ${asOf(objects)} AS o
     WHERE object = $object ORDER BY _from DESC, source`,
    of,
  );
}

const DefinitionRow = z.object({ definition: z.string(), dialect: z.string(), ...Origin.shape });

/** The newest definition of an object. */
export function definitionRow(db: Reader, of: Of): Promise<z.infer<typeof DefinitionRow> | undefined> {
  return db.one(
    DefinitionRow,
    `SELECT d.definition, coalesce(s.dialect, '') AS dialect, d._import, d._file, d._record
     FROM ${asOf(definitions)} AS d LEFT JOIN ${asOf(sources)} AS s ON s.source = d.source
     WHERE d.object = $object ORDER BY d._from DESC, d.source LIMIT 1`,
    of,
  );
}

const ColumnRow = z
  .object({
    column_name: z.string(),
    data_type: z.string(),
    ordinal: z.int(),
    nullable: z.boolean().nullable(),
  })
  .transform(
    (row): Column => ({
      name: row.column_name,
      dataType: row.data_type,
      ordinal: row.ordinal,
      nullable: row.nullable,
    }),
  );

/** The columns of an object; one that several sources know counts once, as its newest row says. */
export function columnRows(db: Reader, of: Of): Promise<Column[]> {
  return db.all(
    ColumnRow,
    `SELECT column_name, data_type, ordinal, nullable FROM ${asOf(columns)} AS c WHERE object = $object
     QUALIFY row_number() OVER (PARTITION BY lower(column_name) ORDER BY _from DESC, source, column_name) = 1
     ORDER BY ordinal, lower(column_name)`,
    of,
  );
}

const CHANGED_IN = [objects, columns, definitions]
  .map(({ name }) => `SELECT _from, _to FROM ${name} WHERE object = $object AND _from <= $snapshot`)
  .join(' UNION ALL ');

/** The newest snapshot, up to the given one, that changed an object, its columns or its definition. */
export async function changedIn(db: Reader, of: Of): Promise<number> {
  const row = await db.one(
    z.object({ newest: z.int() }),
    `SELECT max(greatest(_from, CASE WHEN _to <= $snapshot THEN _to ELSE 0 END)) AS newest FROM (${CHANGED_IN})`,
    of,
  );
  return row?.newest ?? of.snapshot;
}
