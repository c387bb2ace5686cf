import 'server-only';
import { ProgressMeter } from '../../progress-meter';
import { type ImportRecord, newRecord, resolvedSource } from '../records/import-record';

/**
 * A dry run, of a draft or uploaded in one call: it goes on beside imports and has neither lock nor number. It is kept in memory only, the last ones until they are
 * forgotten, so that their counts and rejects can be looked at.
 */
export type DryRun = {
  readonly id: string;
  /** Null when it was uploaded in one call. */
  readonly draftId: string | null;
  record: ImportRecord;
  /** False while its files still arrive; it does not get its turn before. */
  isReceived: boolean;
  readonly meter: ProgressMeter;
  readonly stop: AbortController;
  cancelledBy: string | null;
  /** When somebody last asked for it; milliseconds since 1970. */
  askedAt: number;
  /** Its stage, for as long as the rejects in it can be asked for. */
  stage: { readonly alias: string; detach(): Promise<void> } | null;
  /** Resolves when its outcome is known and only the rejects are left of its files. Never rejects. */
  readonly over: Promise<void>;
  readonly settleOver: () => void;
};

/** A dry run of a draft that waits for its turn. */
export function newDryRun(draft: ImportRecord, id: string): DryRun {
  const totalBytes = draft.files.reduce((sum, file) => sum + file.size, 0);
  return makeDryRun(id, {
    draftId: draft.id,
    isReceived: true,
    // Its files are not uploaded under its own name.
    record: asDryRun({ ...draft, id, files: draft.files.map((file) => ({ ...file, received: file.size })) }),
    meter: new ProgressMeter({ phase: 'check', totalBytes, publishMsPerRow: null }),
  });
}

/** A dry run whose files still arrive. */
export function newUploadedDryRun(id: string): DryRun {
  return makeDryRun(id, {
    draftId: null,
    isReceived: false,
    record: { ...newRecord(id, { dryRun: true }), state: 'waiting' },
    meter: new ProgressMeter({ phase: 'upload', totalBytes: 0, publishMsPerRow: null }),
  });
}

/** The record of a dry run that has all its files and waits for its turn. */
export function asDryRun(record: ImportRecord): ImportRecord {
  return {
    ...record,
    state: 'waiting',
    phase: 'check',
    dryRun: true,
    choices: { ...record.choices, dryRun: true },
    source: resolvedSource(record),
    createdAt: new Date().toISOString(),
    requestDigest: null,
    counted: null,
  };
}

type Own = Pick<DryRun, 'draftId' | 'isReceived' | 'record' | 'meter'>;

function makeDryRun(id: string, own: Own): DryRun {
  let settleOver = () => {};
  const over = new Promise<void>((resolve) => {
    settleOver = resolve;
  });
  return {
    ...own,
    id,
    stop: new AbortController(),
    cancelledBy: null,
    askedAt: Date.now(),
    stage: null,
    over,
    settleOver,
  };
}
