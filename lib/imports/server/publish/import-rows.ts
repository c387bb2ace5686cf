import 'server-only';
import { z } from 'zod';
import type { Reader, Writer } from '@/lib/workspace/server/reader';
import { ImportRecord } from '../records/import-record';

const Row = z.object({ document: z.string().transform((text) => ImportRecord.parse(JSON.parse(text))) });

/** The next free number; only the holder of the lock may use it. */
export async function nextNumber(db: Reader): Promise<number> {
  const row = await db.one(
    z.object({ next: z.number() }),
    'SELECT CAST(coalesce(max(number), 0) + 1 AS BIGINT) AS next FROM imports',
  );
  return row?.next ?? 1;
}

/** Stores an import that has just been given its number. */
export async function insertImport(db: Writer, record: ImportRecord): Promise<void> {
  await db.run(
    `INSERT INTO imports (id, number, state, source, owner, started_at, finished_at, document)
     VALUES ($id, CAST($number AS INTEGER), $state, $source, $owner, CAST($started AS TIMESTAMPTZ), NULL, $document)`,
    {
      id: record.id,
      number: record.number,
      state: record.state,
      source: record.source?.name ?? null,
      owner: record.owner.name,
      started: record.startedAt,
      document: JSON.stringify(record),
    },
  );
}

/** Replaces what is stored of an import. */
export async function updateImport(db: Writer, record: ImportRecord): Promise<void> {
  await db.run(
    `UPDATE imports SET state = $state, source = $source, owner = $owner,
       finished_at = CAST($finished AS TIMESTAMPTZ), document = $document
     WHERE id = $id`,
    {
      id: record.id,
      // A dry run that went well is no snapshot: everything that looks for snapshots looks at this column.
      state: record.dryRun && record.state === 'succeeded' ? 'dry-run' : record.state,
      source: record.source?.name ?? null,
      owner: record.owner.name,
      finished: record.finishedAt,
      document: JSON.stringify(record),
    },
  );
}

/** A stored import by its id or number. */
export async function findImport(db: Reader, idOrNumber: string): Promise<ImportRecord | undefined> {
  const byNumber = /^\d+$/.test(idOrNumber);
  const row = await db.one(
    Row,
    `SELECT document FROM imports WHERE ${byNumber ? 'number = CAST($key AS BIGINT)' : 'id = $key'}`,
    { key: idOrNumber },
  );
  return row?.document;
}

/** Stored imports in one of the given states. */
export async function importsInStates(db: Reader, states: readonly string[]): Promise<ImportRecord[]> {
  const rows = await db.all(Row, 'SELECT document FROM imports WHERE state = ANY($states) ORDER BY number', {
    states,
  });
  return rows.map((row) => row.document);
}

/** How many stored imports are in one of the given states. */
export async function countImportsInStates(db: Reader, states: readonly string[]): Promise<number> {
  const row = await db.one(
    z.object({ imports: z.number() }),
    'SELECT count(*) AS imports FROM imports WHERE state = ANY($states)',
    { states },
  );
  return row?.imports ?? 0;
}

/** Which of the given ids are stored. */
export async function storedIds(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.all(z.object({ id: z.string() }), 'SELECT id FROM imports WHERE id = ANY($ids)', {
    ids,
  });
  return new Set(rows.map((row) => row.id));
}

/** The newest succeeded import. */
export async function latestSnapshot(db: Reader): Promise<ImportRecord | undefined> {
  const row = await db.one(
    Row,
    `SELECT document FROM imports WHERE state = 'succeeded' ORDER BY number DESC LIMIT 1`,
  );
  return row?.document;
}
