import type { Receipt } from '@/lib/imports/contract';
import { newRecord } from '@/lib/imports/server/records/import-record';
import { objectId } from '@/lib/lineage/object-id';
import { applyVersions } from '@/lib/workspace/server/apply-versions';
import type { Writer } from '@/lib/workspace/server/reader';
import { write } from '@/lib/workspace/server/write';
import type { SqlParams } from '@/lib/workspace/sql-value';
import {
  columnEvidence,
  columns,
  coverage,
  definitions,
  diagnostics,
  evidence,
  objects,
  sources,
  type VersionedTable,
} from '@/lib/workspace/tables';
import { heldToken } from './temp-workspace';

/** `schema.name` of database `db`, or `database.schema.name`; parts hold no dots here. */
type Name = string;
export type SeedObject = { name: Name; type?: string; columns?: Record<string, string>; sql?: string };
export type SeedEdge = { from: Name; to: Name; kind?: string; method?: string; line?: number; mark?: Mark };
/** Line, column and length of the words that say so. */
type Mark = readonly [line: number, column: number, length: number];
/** Ends are objects and columns; `by` is the object whose definition says so, else the one at `to`. */
export type SeedColumnEdge = {
  from: [Name, string];
  to: [Name, string];
  by?: Name;
  kind?: string;
  line?: number;
  mark?: Mark;
  entry?: Mark;
};
/** How the definition of an object was read: statements by outcome, and diagnostics as code and line. */
type SeedReading = {
  of: Name;
  parsed?: number;
  scanned?: number;
  dynamic?: number;
  unresolved?: number;
  told?: [code: string, line: number][];
};
export type Seed = {
  source?: string;
  owner?: string;
  objects: SeedObject[];
  edges?: SeedEdge[];
  columnEdges?: SeedColumnEdge[];
  readings?: SeedReading[];
};

const partsOf = (name: Name) => {
  const [last = '', schema = 'dbo', database = 'db'] = name.split('.').reverse();
  return { database, schema, name: last };
};

/** The id of a seeded object. */
export function seedId(name: Name): string {
  const parts = partsOf(name);
  return objectId(parts.database, parts.schema, parts.name);
}

/** Publishes a snapshot as an import in mode `replace` of one source does, without files or a worker. */
export async function seedSnapshot(number: number, seed: Seed): Promise<void> {
  const id = crypto.randomUUID();
  const source = seed.source ?? 'test';
  await write(heldToken, async (db) => {
    for (const [table, rows] of tablesOf(source, seed)) {
      await stage(db, table, rows);
      await applyVersions(db, {
        table,
        stage: `seed_${table.name}`,
        scope: { sql: 'source = $source', params: { source } },
        snapshot: number,
        importId: id,
      });
      await db.run(`DROP TABLE seed_${table.name}`);
    }
    await seedImport(db, { id, number, state: 'succeeded', owner: seed.owner ?? 'Anna', source });
  });
}

/** Stores an import of the given state, as the run of an import does. */
export async function seedImport(
  db: Writer,
  row: { id: string; number: number; state: string; owner: string; source: string },
): Promise<void> {
  const record = newRecord(row.id, { owner: row.owner, source: { name: row.source, dialect: 'tsql' } });
  const files = ['objects.csv', 'definitions.csv', 'dependencies.csv', 'table_columns.csv'].map((name) => ({
    ...{ id: name, name, size: 1, received: 1, sha256: null, format: 'csv' as const, role: null },
    ...{ uploadUrl: '/', columns: [], delimiter: null },
  }));
  const document = { ...record, number: row.number, state: row.state, files, receipt: RECEIPT };
  await db.run(
    `INSERT INTO imports VALUES ($id, $number, $state, $source, $owner, $at::TIMESTAMPTZ, $at::TIMESTAMPTZ, $document)`,
    {
      ...row,
      at: `2026-01-${String(row.number).padStart(2, '0')}T10:00:00Z`,
      document: JSON.stringify(document),
    },
  );
}

const NOTHING = {
  read: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  duplicates: 0,
  rejected: 0,
  skipped: 0,
  ended: 0,
};
const RECEIPT: Receipt = {
  ...NOTHING,
  balanced: true,
  files: [],
  conflicts: { count: 0, items: [] },
  datasets: [],
  rollback: null,
  notes: { count: 0, items: [] },
  coverage: null,
  lineage: { objects: { added: 2, changed: 1, removed: 0 }, edges: { added: 3, changed: 0, removed: 1 } },
  retries: 0,
  durationsMs: { upload: 0, stage: 0, check: 0, publish: 0 },
};

function tablesOf(source: string, seed: Seed): [VersionedTable, SqlParams[]][] {
  const all = seed.objects.map((object) => ({ ...object, ...partsOf(object.name), id: seedId(object.name) }));
  return [
    [sources, [{ source, dialect: 'tsql', database_name: 'db', _file: 1 }]],
    [
      objects,
      all.map(({ id, database, schema, name, type = 'table' }) => ({
        ...{ source, object: id, native_id: id, database_name: database, schema_name: schema },
        ...{ object_name: name, object_type: type, native_type: type.toUpperCase(), _file: 1 },
      })),
    ],
    [
      columns,
      all.flatMap(({ id, columns: own = {} }) =>
        Object.entries(own).map(([name, type], i) => ({
          ...{
            source,
            object: id,
            column_name: name,
            ordinal: i + 1,
            data_type: type,
            nullable: false,
            _file: 4,
          },
        })),
      ),
    ],
    [
      definitions,
      all.flatMap(({ id, sql }) => (sql ? [{ source, object: id, definition: sql, _file: 2 }] : [])),
    ],
    [
      evidence,
      (seed.edges ?? []).map(({ from, to, kind = 'reads', method = 'declared', line = null, mark }) => ({
        ...{ source, object: seedId(to), from_object: seedId(from), to_object: seedId(to), kind, method },
        ...{ start_line: line, start_column: line && 1, end_line: line, end_column: line && 9 },
        ...{ confidence: method === 'declared' ? 0.9 : 1, ...markCells('at', mark), _file: 3 },
      })),
    ],
    [
      columnEvidence,
      (seed.columnEdges ?? []).map(({ from, to, by = to[0], kind = 'direct', line = null, mark, entry }) => ({
        ...{ source, object: seedId(by), from_object: seedId(from[0]), from_column: from[1] },
        ...{ to_object: seedId(to[0]), to_column: to[1], kind, method: 'parsed', confidence: 0.95 },
        ...{ ...markCells('at', mark), ...markCells('entry', entry) },
        ...{ start_line: line, start_column: line && 1, end_line: line, end_column: line && 9, _file: 2 },
      })),
    ],
    [
      coverage,
      (seed.readings ?? []).map(({ of, parsed = 0, scanned = 0, dynamic = 0, unresolved = 0 }) => ({
        ...{ source, object: seedId(of), parsed, repaired: 0, scanned, dynamic, unresolved },
        ...{ ambiguous: 0, disagreements: 0, _file: 2 },
      })),
    ],
    [
      diagnostics,
      (seed.readings ?? []).flatMap(({ of, told = [] }) =>
        told.map(([code, line]) => ({
          ...{ source, object: seedId(of), code, severity: 'warning', message: `${code} at ${line}` },
          ...{ start_line: line, start_column: 1, end_line: line, end_column: 9, _file: 2 },
        })),
      ),
    ],
  ];
}

function markCells(name: string, [line, column, length]: readonly (number | null)[] = [null, null, null]) {
  return {
    [`${name}_line`]: line ?? null,
    [`${name}_column`]: column ?? null,
    [`${name}_length`]: length ?? null,
  };
}

async function stage(db: Writer, table: VersionedTable, rows: SqlParams[]): Promise<void> {
  const names = [...Object.keys(table.columns), '_file', '_record'];
  const types = Object.entries(table.columns).map(([name, type]) => `${name} ${type}`);
  await db.run(`CREATE TABLE seed_${table.name} (${types.join(', ')}, _file INTEGER, _record BIGINT)`);
  for (const [i, row] of rows.entries()) {
    await db.run(`INSERT INTO seed_${table.name} VALUES (${names.map((name) => `$${name}`).join(', ')})`, {
      ...row,
      _record: i + 1,
    });
  }
}
