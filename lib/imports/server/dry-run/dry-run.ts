import 'server-only';
import { ProgressMeter } from '../../progress-meter';
import { type ImportRecord, resolvedSource } from '../records/import-record';

/**
 * A dry run of a draft: it goes on beside imports and has neither lock nor number. It is kept in memory only, the last ones until they are
 * forgotten, so that their counts and rejects can be looked at.
 */
export type DryRun = {
  readonly id: string;
  readonly draftId: string;
  record: ImportRecord;
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
  let settleOver = () => {};
  const over = new Promise<void>((resolve) => {
    settleOver = resolve;
  });
  const totalBytes = draft.files.reduce((sum, file) => sum + file.size, 0);
  const now = new Date();
  return {
    id,
    draftId: draft.id,
    record: {
      ...draft,
      id,
      state: 'waiting',
      phase: 'check',
      dryRun: true,
      choices: { ...draft.choices, dryRun: true },
      source: resolvedSource(draft),
      // Its files are not uploaded under its own name.
      files: draft.files.map((file) => ({ ...file, received: file.size })),
      createdAt: now.toISOString(),
      requestDigest: null,
      counted: null,
    },
    meter: new ProgressMeter({ phase: 'check', totalBytes, publishMsPerRow: null }),
    stop: new AbortController(),
    cancelledBy: null,
    askedAt: now.getTime(),
    stage: null,
    over,
    settleOver,
  };
}
