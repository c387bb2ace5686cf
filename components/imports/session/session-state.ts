import type { CurrentJob, Import } from '@/lib/imports/contract';
import type { UploadStatus } from '@/lib/uploads/client/upload-queue';
import { type DraftChoices, initialChoices } from '../draft/draft-choices';
import type { DraftFile } from '../draft/draft-file';
import { judgeFile } from '../draft/judge-file';
import { type ConflictOrder, uploadOrder } from '../draft/rows/conflict-order';
import { type DatasetsEdits, planRowFile, type RowFile, type Targets } from '../draft/rows/row-files';
import type { Refusal } from '../draft/take-files';

export type Step = 'files' | 'preview' | 'import';

/** Where the start of the import is: `starting` waits for the bytes and then asks the server; `busy` is its 409. */
export type StartState = 'idle' | 'starting' | 'busy' | 'started';

/** The draft on the server and which of its files belongs to which file of the dialog. */
export type ServerDraft = { import: Import; fileIds: ReadonlyMap<string, string> };

/** A dry run of the draft: what it was asked with, and the import that counts; or why there is none. */
export type DryRun = { asked: string; importId: string | null; problem: string | null };

/** Everything the import dialog shows. A new object after each change. */
export type SessionState = {
  step: Step;
  files: readonly DraftFile[];
  /** Files of the last choosing that were not taken. */
  refused: readonly Refusal[];
  choices: DraftChoices;
  /** What was decided about the datasets that rows go to, by name in small letters. */
  datasets: DatasetsEdits;
  /** Which file wins where two have the same key. */
  order: ConflictOrder;
  /** What is confirmed is offered for the next file with the same header. */
  savesRecipe: boolean;
  /** What is known of the datasets that the files go to, and why one of them could not be looked up. */
  targets: Targets;
  targetsProblem: string | null;
  /** The source name was typed, so it is not proposed again. */
  hasTypedSource: boolean;
  draft: ServerDraft | null;
  /** The import whose choices were taken over, when its rejects come again. */
  inheritedFrom: number | null;
  upload: UploadStatus | null;
  start: StartState;
  /** What the import would do, counted on request. */
  dryRun: DryRun | null;
  /** Who held the lock when the start was refused. */
  busy: CurrentJob | null;
  /** What went wrong with the last step, in words for people. */
  problem: string | null;
};

export const initialState: SessionState = {
  step: 'files',
  files: [],
  refused: [],
  choices: initialChoices,
  datasets: {},
  order: uploadOrder,
  savesRecipe: true,
  targets: {},
  targetsProblem: null,
  hasTypedSource: false,
  draft: null,
  inheritedFrom: null,
  upload: null,
  start: 'idle',
  dryRun: null,
  busy: null,
  problem: null,
};

/** True when there is something to continue: files were chosen and their import has not started. */
export function hasOpenDraft(state: SessionState): boolean {
  return state.files.length > 0 && state.start !== 'started';
}

/** The files that will be sent. */
export function readyFiles(state: Pick<SessionState, 'files'>): DraftFile[] {
  return state.files.filter((file) => judgeFile(file).kind === 'ready');
}

/** The files of rows among those that will be sent, each with its plan. */
export function rowFiles(state: Pick<SessionState, 'files' | 'targets'>): RowFile[] {
  return readyFiles(state).flatMap((file) => planRowFile(file, state.targets) ?? []);
}

/** Why a dataset that files go to could not be looked up; null while it is on its way, and when all are known. */
export function lookupProblem(
  state: Pick<SessionState, 'files' | 'targets' | 'targetsProblem'>,
): string | null {
  const waits = rowFiles(state).some(({ dataset, isLookedUp }) => dataset !== null && !isLookedUp);
  return waits ? state.targetsProblem : null;
}

/** The imports whose rejects the files bring; more than one cannot be imported at once. */
export function parentsOf(state: Pick<SessionState, 'files'>): number[] {
  return [...new Set(readyFiles(state).flatMap((file) => file.rejectsOf ?? []))];
}

/** True when the draft on the server holds exactly the files that are ready. */
export function isDraftCurrent(state: SessionState): boolean {
  const ready = readyFiles(state);
  const held = state.draft?.fileIds;
  if (held?.size !== ready.length || !ready.every((file) => held.has(file.key))) return false;
  return state.draft?.import.parent === (parentsOf(state)[0] ?? null);
}

/** Files whose bytes are needed but were lost with a reload of the page; the person must choose them again. */
export function filesWithoutBytes(state: SessionState): DraftFile[] {
  const lost = readyFiles(state).filter((file) => file.file === null);
  if (lost.length === 0 || !isDraftCurrent(state)) return lost;
  const open = new Set(
    uploadedBytes(state).files.flatMap((file) => (file.sent < file.size ? [file.key] : [])),
  );
  return lost.filter((file) => open.has(file.key));
}

/** True when every file of the draft is on the server. */
export function isUploaded(state: SessionState): boolean {
  if (state.draft === null) return false;
  return uploadedBytes(state).files.every((file) => file.sent === file.size);
}

export type UploadedFile = {
  key: string;
  name: string;
  size: number;
  sent: number;
  state: string;
  reason: string | null;
};

/** How much of each file of the draft is on the server: from the running uploads, else from what the server said. */
export function uploadedBytes(state: SessionState): { files: UploadedFile[]; sent: number; total: number } {
  const files = [...(state.draft?.fileIds ?? [])].flatMap(([key, fileId]): UploadedFile[] => {
    const known = state.draft?.import.files.find((file) => file.id === fileId);
    if (!known) return [];
    const running = state.upload?.files.find((file) => file.fileId === fileId);
    const { name, size } = known;
    if (running)
      return [{ key, name, size, sent: running.sent, state: running.state, reason: running.reason }];
    return [
      {
        key,
        name,
        size,
        sent: known.received,
        state: known.received === size ? 'sent' : 'waiting',
        reason: null,
      },
    ];
  });
  return {
    files,
    sent: files.reduce((sum, file) => sum + file.sent, 0),
    total: files.reduce((sum, file) => sum + file.size, 0),
  };
}
