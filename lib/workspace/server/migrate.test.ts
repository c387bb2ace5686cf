import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeWorkspace } from './close-workspace';
import { migrate } from './migrate';
import { read } from './read';
import { MIGRATIONS, SCHEMA_VERSION } from './schema';
import { openWorkspace } from './workspace';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'headwater-migrate-'));
});

afterEach(async () => {
  await closeWorkspace();
  await rm(root, { recursive: true, force: true });
});

async function withDatabase<T>(file: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const rows = async (connection: DuckDBConnection, sql: string) =>
  (await connection.runAndReadAll(sql)).getRowsJson();

const SCHEMA =
  'SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns() WHERE NOT internal ORDER BY ALL';

test('a new workspace has the newest schema, an id and a birthday', async () => {
  await openWorkspace(root);
  const info = await read((db) => db.columns('SELECT name, value FROM workspace_info ORDER BY name'));
  expect(info.name).toEqual(['created_at', 'schema_version', 'workspace_id']);
  expect(info.value).toEqual([
    expect.stringMatching(/^20.*Z$/),
    String(SCHEMA_VERSION),
    expect.stringMatching(/^[0-9a-f-]{36}$/),
  ]);
});

test('opening again changes nothing', async () => {
  const ids = [];
  for (let start = 0; start < 2; start += 1) {
    await openWorkspace(root);
    ids.push(await read((db) => db.columns('SELECT value FROM workspace_info ORDER BY name')));
    await closeWorkspace();
  }
  expect(ids[0]).toEqual(ids[1]);
});

test('a workspace of a newer Headwater is refused, both versions named, and left as it is', async () => {
  await openWorkspace(root);
  await closeWorkspace();
  const file = join(root, 'workspace.duckdb');
  const newer = SCHEMA_VERSION + 5;
  await withDatabase(file, async (connection) => {
    await connection.run(`UPDATE workspace_info SET value = '${newer}' WHERE name = 'schema_version'`);
  });
  await expect(openWorkspace(root)).rejects.toThrow(
    `This workspace has schema version ${newer}, this Headwater knows version ${SCHEMA_VERSION}.`,
  );
  await withDatabase(file, async (connection) => {
    expect(await rows(connection, "SELECT value FROM workspace_info WHERE name = 'schema_version'")).toEqual([
      [String(newer)],
    ]);
  });
});

test('a migration that fails leaves the version before it, whole', async () => {
  await withDatabase(join(root, 'x.duckdb'), async (connection) => {
    await migrate(connection);
    const before = await rows(connection, SCHEMA);
    const broken = [...MIGRATIONS, ['CREATE TABLE later (x INTEGER)', 'CREATE TABLE later (x INTEGER)']];
    await expect(migrate(connection, broken)).rejects.toThrow('later');
    expect(await rows(connection, SCHEMA)).toEqual(before);
    await migrate(connection, [...MIGRATIONS, ['CREATE TABLE later (x INTEGER)']]);
    expect(await rows(connection, "SELECT value FROM workspace_info WHERE name = 'schema_version'")).toEqual([
      [String(SCHEMA_VERSION + 1)],
    ]);
  });
});

test('loads of imports from before they were kept are read from the receipts', async () => {
  const receipt = (rowsAfter: number, counts: Record<string, number>, more = {}) => ({
    receipt: {
      datasets: [{ name: 'main.sales', created: false, columnsAdded: [], rowsBefore: 0, rowsAfter }],
      files: [
        { dataset: 'main.Sales', inserted: 0, updated: 0, rejected: 0, ended: 0, ...counts },
        { dataset: null, inserted: 9, updated: 9, rejected: 9, ended: 9 },
      ],
      ...more,
    },
  });
  const stored = [
    { state: 'succeeded', document: { kind: 'import', ...receipt(3, { inserted: 3, rejected: 2 }) } },
    { state: 'succeeded', document: { kind: 'import', ...receipt(3, { rejected: 1 }) } },
    { state: 'succeeded', document: { kind: 'import', receipt: { files: [] } } },
    { state: 'dry-run', document: { kind: 'import', ...receipt(7, { inserted: 4 }) } },
    { state: 'failed', document: { kind: 'import', receipt: null } },
    { state: 'succeeded', document: { kind: 'rollback', ...receipt(0, {}, { files: [] }) } },
  ];
  await withDatabase(join(root, 'old.duckdb'), async (connection) => {
    await migrate(connection, MIGRATIONS.slice(0, 5));
    for (const [index, { state, document }] of stored.entries()) {
      await connection.run(
        "INSERT INTO imports VALUES (uuid()::VARCHAR, $number, $state, NULL, 'Anna', NULL, NULL, $document)",
        { number: index + 1, state, document: JSON.stringify(document) },
      );
    }
    await migrate(connection);
    expect(await rows(connection, 'SELECT * FROM dataset_loads ORDER BY snapshot')).toEqual([
      ['main.sales', 1, '3', '2', true],
      ['main.sales', 2, '3', '1', false],
      ['main.sales', 6, '0', '0', true],
    ]);
  });
});

describe('statements', () => {
  test('only those that a lakehouse accepts', () => {
    for (const statement of MIGRATIONS.flat()) {
      expect(statement).not.toMatch(
        /PRIMARY KEY|UNIQUE|CHECK\s*\(|REFERENCES|INDEX|SEQUENCE|DEFAULT|ENUM|UNION|BIT\b/i,
      );
    }
  });

  test('replay from the log after a stop at any one of them', async () => {
    const statements = MIGRATIONS.flat();
    const instance = await DuckDBInstance.create(join(root, 'live.duckdb'));
    const connection = await instance.connect();
    await connection.run('CHECKPOINT');
    await connection.run("SET wal_autocheckpoint = '1TB'");
    for (const [index, statement] of statements.entries()) {
      await connection.run(statement);
      // What a kill right now would leave on the disk.
      const file = join(root, `stopped-${index}.duckdb`);
      await copyFile(join(root, 'live.duckdb'), file);
      await copyFile(join(root, 'live.duckdb.wal'), `${file}.wal`);
      const live = await rows(connection, SCHEMA);
      expect(await withDatabase(file, (stopped) => rows(stopped, SCHEMA))).toEqual(live);
    }
    connection.closeSync();
    instance.closeSync();
  });
});
