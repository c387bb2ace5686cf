import 'server-only';
import { z } from 'zod';
import { unverifiedOwner } from '@/lib/identity/owner';
import { Choices, type ChoicesChange, type SourceChoice } from '../../choices';
import { Import, ImportFile, type Progress } from '../../contract';

/** What we keep of an import, in its journal and in the workspace: the contract's shape plus what only the server needs. */
export const ImportRecord = Import.extend({
  files: z.array(
    ImportFile.extend({
      /** As the worker read them; the reject file repeats them. */
      columns: z.array(z.string()).default([]),
      delimiter: z.string().nullable().default(null),
      /** When the file was last changed where it came from, as its sender says; milliseconds since 1970. */
      lastModified: z.number().nullable().default(null),
    }),
  ),
  /** Digest of the call that made it, so that a repeat is told from a different call with the same id. */
  requestDigest: z.string().nullable().default(null),
  waitingSince: z.iso.datetime().nullable().default(null),
  /** From the reservation of the first file to the last byte of any. */
  uploadMs: z.number().default(0),
});
export type ImportRecord = z.infer<typeof ImportRecord>;

/** The states of an import that holds the lock. */
export const RUNNING_STATES = ['checking', 'publishing'] as const;

/** True while the import holds the lock or should. */
export function isRunning(record: Pick<ImportRecord, 'state'>): boolean {
  return record.state === 'checking' || record.state === 'publishing';
}

/** True once nothing can change any more. */
export function isOver(record: Pick<ImportRecord, 'state'>): boolean {
  return !isRunning(record) && record.state !== 'draft' && record.state !== 'waiting';
}

const NOTHING_YET: Progress = {
  phase: 'upload',
  percent: 0,
  bytes: 0,
  totalBytes: 0,
  rows: 0,
  totalRows: null,
  rejected: 0,
  bytesPerSecond: 0,
  rowsPerSecond: 0,
  etaSeconds: null,
  files: [],
};

/** A new import in state `draft`, without files. */
export function newRecord(id: string, choices: ChoicesChange): ImportRecord {
  const full = Choices.parse(choices);
  return {
    id,
    number: null,
    kind: 'import',
    state: 'draft',
    phase: 'upload',
    owner: unverifiedOwner(full.owner),
    mode: full.mode ?? 'replace',
    source: full.source ?? null,
    dryRun: full.dryRun,
    dataset: full.dataset ?? null,
    ...{ parent: null, children: [], rollsBack: null, rolledBackBy: null },
    choices: full,
    files: [],
    progress: NOTHING_YET,
    position: null,
    createdAt: new Date().toISOString(),
    startedAt: null,
    finishedAt: null,
    receipt: null,
    problem: null,
    cancelledBy: null,
    counted: null,
    pause: null,
    requestDigest: null,
    waitingSince: null,
    uploadMs: 0,
  };
}

/** A file of an import of which only its name and size are known. */
export function newFile(given: {
  ordinal: number;
  name: string;
  size: number;
  sha256: string | null;
  uploadUrl: string;
}): ImportRecord['files'][number] {
  const { ordinal, ...file } = given;
  return {
    id: String(ordinal),
    ...file,
    received: 0,
    format: null,
    role: null,
    compression: null,
    encoding: null,
    dataset: null,
    sameAs: null,
    columns: [],
    delimiter: null,
    lastModified: null,
  };
}

/** The record with other choices; owner, mode and source follow them. */
export function withChoices(record: ImportRecord, change: ChoicesChange): ImportRecord {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const choices = Choices.parse({ ...record.choices, ...given });
  return {
    ...record,
    choices,
    owner: unverifiedOwner(choices.owner),
    mode: choices.mode ?? 'replace',
    source: choices.source ?? null,
    dataset: choices.dataset ?? null,
    dryRun: choices.dryRun,
  };
}

/** The source as it will be stored: the one named `default` when none was chosen. */
export function resolvedSource(record: ImportRecord): z.infer<typeof SourceChoice> {
  return record.source ?? { name: 'default', dialect: 'tsql' };
}
