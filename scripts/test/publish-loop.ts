import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { applyVersions } from '@/lib/workspace/server/apply-versions';
import { read } from '@/lib/workspace/server/read';
import { openWorkspace, workspacePaths } from '@/lib/workspace/server/workspace';
import { write } from '@/lib/workspace/server/write';
import { definitions, objects } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';

/**
 * A process for tests: opens a workspace, tells what is in it (`state {...}`), then publishes one snapshot after the other as
 * an import does, and tells each one that was acknowledged (`ack n`). It is made to be killed.
 */
export type LoopArgs = { dir: string };

/** `last` is the newest snapshot; `broken` names every snapshot that is not exactly what was published. */
export type LoopState = { last: number; broken: string[] };

/** Snapshots that a start looks at: older ones were looked at before. */
const LOOKED_AT = 4;

const rowsOf = (snapshot: number) => 40 + (snapshot % 7) * 20;

async function inspect(): Promise<LoopState> {
  return read(async (db) => {
    const numbers = await db.columns('SELECT number FROM imports ORDER BY number');
    const broken: string[] = [];
    for (const [index, snapshot] of (numbers.number ?? []).entries()) {
      if (snapshot !== index + 1) broken.push(`number ${snapshot} at place ${index + 1}`);
      if (index + LOOKED_AT < (numbers.number ?? []).length) continue;
      for (const [table, column] of [
        [objects, 'native_id'],
        [definitions, 'definition'],
      ] as const) {
        const seen = await db.columns(
          `SELECT count(*) AS n, count(*) FILTER (${column} = $text) AS good FROM ${asOf(table)} AS t`,
          { snapshot: index + 1, text: String(index + 1) },
        );
        const expected = rowsOf(index + 1);
        if (seen.n?.[0] !== expected || seen.good?.[0] !== expected)
          broken.push(`${table.name} at ${index + 1}: ${JSON.stringify(seen)}`);
      }
    }
    const late = await db.columns(
      'SELECT count(*) AS n FROM catalog_objects WHERE _from > $last OR _to > $last',
      {
        last: numbers.number?.length ?? 0,
      },
    );
    if (late.n?.[0] !== 0) broken.push('rows of a snapshot that is not there');
    return { last: numbers.number?.length ?? 0, broken };
  });
}

/** Every row of the snapshot says its number, so a mix of two snapshots shows. */
async function makeStage(folder: string, snapshot: number): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const file = join(folder, 'stage.duckdb');
  const instance = await DuckDBInstance.create(file, { threads: '1' });
  const connection = await instance.connect();
  const common = `'s' AS source, 'o' || range AS object`;
  const rest = `1 AS _file, range AS _record FROM range(${rowsOf(snapshot)})`;
  await connection.run(
    `CREATE TABLE catalog_objects AS SELECT ${common}, '${snapshot}' AS native_id, 'd' AS database_name, 's' AS schema_name,
      'o' || range AS object_name, 'table' AS object_type, 'U' AS native_type, ${rest}`,
  );
  await connection.run(
    `CREATE TABLE catalog_definitions AS SELECT ${common}, '${snapshot}' AS definition, ${rest}`,
  );
  connection.closeSync();
  instance.closeSync();
  return file;
}

async function publish(snapshot: number): Promise<void> {
  const importId = `import-${snapshot}`;
  const folder = join((await workspacePaths()).staging, importId);
  const file = await makeStage(folder, snapshot);
  const scope = { sql: 'source = $source', params: { source: 's' } };
  await write(
    { epoch: snapshot, assertHeld: () => undefined },
    async (db) => {
      for (const table of [objects, definitions]) {
        await applyVersions(db, { table, stage: `stage.main.${table.name}`, scope, snapshot, importId });
      }
      await db.run(
        "INSERT INTO imports VALUES ($importId, $snapshot, 'succeeded', 's', 'o', now(), now(), '{}')",
        {
          importId,
          snapshot,
        },
      );
    },
    { attach: { alias: 'stage', file } },
  );
  process.stdout.write(`ack ${snapshot}\n`);
  await rm(folder, { recursive: true, force: true });
}

const { dir } = JSON.parse(process.argv[2] ?? '{}') as LoopArgs;
await openWorkspace(dir);
const state = await inspect();
process.stdout.write(`state ${JSON.stringify(state)}\n`);
for (let snapshot = state.last + 1; ; snapshot += 1) await publish(snapshot);
