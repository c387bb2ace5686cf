import { expect, test } from 'vitest';
import { z } from 'zod';
import { heldToken, tempWorkspaceForEach } from '@/scripts/test/temp-workspace';
import { definitions, objects } from '../tables';
import { current } from '../versions';
import { applyVersions } from './apply-versions';
import { read } from './read';
import { write } from './write';

tempWorkspaceForEach();

const READERS = 6;
const PUBLISHES = 40;

/** Every row of snapshot n says n, in two tables, and the snapshot has 20 + n rows in each. */
const publish = (snapshot: number) =>
  write(heldToken, async (db) => {
    const common = "'s' AS source, 'o' || range AS object";
    const rest = '1 AS _file, range AS _record FROM range($rows)';
    const params = { text: String(snapshot), rows: 20 + snapshot };
    await db.run(
      `CREATE TEMP TABLE staged_objects AS SELECT ${common}, $text AS native_id, 'd' AS database_name, 's' AS schema_name,
        'o' AS object_name, 'table' AS object_type, 'U' AS native_type, ${rest}`,
      params,
    );
    await db.run(
      `CREATE TEMP TABLE staged_definitions AS SELECT ${common}, $text AS definition, ${rest}`,
      params,
    );
    const scope = { sql: 'source = $source', params: { source: 's' } };
    const versions = { scope, snapshot, importId: 'i' };
    await applyVersions(db, { ...versions, table: objects, stage: 'staged_objects' });
    await applyVersions(db, { ...versions, table: definitions, stage: 'staged_definitions' });
    await db.run("INSERT INTO imports VALUES ('i', $snapshot, 'succeeded', 's', 'o', now(), now(), '{}')", {
      snapshot,
    });
  });

const Seen = z.object({ rows: z.int(), least: z.string().nullable(), most: z.string().nullable() });

/** What one transaction sees of the three tables, each by a query of its own. */
const look = () =>
  read(async (db) => {
    const seen = (table: typeof objects | typeof definitions, column: string) =>
      db.one(
        Seen,
        `SELECT count(*) AS rows, min(${column}) AS least, max(${column}) AS most FROM ${current(table)} AS t`,
      );
    return {
      objects: await seen(objects, 'native_id'),
      snapshot:
        (await db.one(z.object({ n: z.int() }), 'SELECT coalesce(max(number), 0) AS n FROM imports'))?.n ?? 0,
      definitions: await seen(definitions, 'definition'),
    };
  });

test('readers beside publishes see whole snapshots only, and never an older one after a newer', async () => {
  let publishing = true;
  const session = async () => {
    const seen: number[] = [];
    while (publishing) {
      const { snapshot, ...tables } = await look();
      const text = snapshot === 0 ? null : String(snapshot);
      const whole = { rows: snapshot === 0 ? 0 : 20 + snapshot, least: text, most: text };
      expect(tables).toEqual({ objects: whole, definitions: whole });
      seen.push(snapshot);
    }
    return seen;
  };
  const sessions = Array.from({ length: READERS }, session);
  for (let snapshot = 1; snapshot <= PUBLISHES; snapshot += 1) await publish(snapshot);
  publishing = false;
  for (const seen of await Promise.all(sessions)) {
    expect(seen.length).toBeGreaterThan(PUBLISHES / 4);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  }
  expect((await look()).snapshot).toBe(PUBLISHES);
});
