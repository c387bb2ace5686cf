import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { blankParameters } from '@/lib/lineage/sql/tokens/blank-parameters';
import { repeatedText } from '@/lib/lineage/sql/tokens/repeated-text';
import type { JobSource } from '../job-source';
import { extractorVersion } from '../lineage/stored-reading';
import type { StageDb } from '../stage-db';
import { type StoredLog, unpackLog } from './stored-log';

/** Logged texts that differ in values only; `hash` is that of the first of them, at `file` and `record`. */
export type LogPattern = {
  readonly id: string;
  readonly fingerprint: string;
  /** What was kept of it by this very version. */
  readonly known: StoredLog | null;
  hash: string;
  file: number;
  record: number;
  /** Records that have such a text. */
  seen: number;
};

const LogRow = z.object({
  hash: z.string(),
  command_text: z.string(),
  seen: z.number(),
  _file: z.number(),
  _record: z.number(),
});
const KeptRow = z.object({ object: z.string(), fingerprint: z.string(), trail: z.string() });
const TURN_MS = 100;

/** The patterns of the staged query logs, in the order of their first records. Tables `logged` and `kept_readings` must be there. */
export async function findPatterns(db: StageDb, { dialect, database }: JobSource): Promise<LogPattern[]> {
  const version = await extractorVersion();
  const kept = await readKept(db);
  const found = new Map<string, LogPattern>();
  let turn = performance.now();
  // Texts are not kept: a log may be much longer than what it tells.
  const rows = db.stream(
    LogRow,
    'SELECT hash, command_text, seen, _file, _record FROM stage.main.catalog_query_logs JOIN logged USING (hash)',
  );
  for await (const { hash, command_text, seen, _file: file, _record: record } of rows) {
    const id = md5(repeatedText(blankParameters(command_text, dialect), dialect));
    const known = found.get(id);
    if (known === undefined) {
      const fingerprint = `${version}:${md5([dialect, database, id].join('\n'))}`;
      const before = kept.get(keptAs(id));
      const stored = before?.fingerprint === fingerprint ? unpackLog(before.trail) : null;
      found.set(id, { id, fingerprint, known: stored, hash, file, record, seen });
    } else {
      known.seen += seen;
      if (file < known.file || (file === known.file && record < known.record))
        Object.assign(known, { hash, file, record });
    }
    // The server waits for signs of life.
    if (performance.now() - turn < TURN_MS) continue;
    await nextTurn();
    turn = performance.now();
  }
  return [...found.values()].sort((a, b) => a.file - b.file || a.record - b.record);
}

/** What is kept of logged texts stands beside what is kept of definitions, which have ids of objects. */
export function keptAs(pattern: string): string {
  return `log:${pattern}`;
}

async function readKept(db: StageDb): Promise<ReadonlyMap<string, z.infer<typeof KeptRow>>> {
  const rows = await db.all(
    KeptRow,
    "SELECT object, fingerprint, trail FROM kept_readings WHERE starts_with(object, 'log:')",
  );
  return new Map(rows.map((row) => [row.object, row]));
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
