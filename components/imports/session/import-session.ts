import { previewFile } from '@/lib/formats/preview/preview-file';
import type { Transport } from '@/lib/uploads/client/upload-queue';
import type { DraftChoices } from '../draft/draft-choices';
import type { DraftFile } from '../draft/draft-file';
import { rejectsOf } from '../draft/rejects-of';
import type { DatasetEdits } from '../draft/rows/dataset-edits';
import type { RowEdits } from '../draft/rows/row-edits';
import { editsOf, type Targets } from '../draft/rows/row-files';
import { describeTaken, takeFiles } from '../draft/take-files';
import { checkDraft } from './check-draft';
import { loadDraft, type StartAnswer, startDraft } from './draft-calls';
import { createDraftSync } from './draft-sync';
import { runDry } from './dry-run';
import { filesWithoutBytes, hasOpenDraft, initialState, type SessionState, type Step } from './session-state';
import { forgetDraft, readStoredDraft, restoreFiles, storeDraft } from './stored-draft';

/**
 * One import from the choosing of its files to its start. It lives outside the dialog, so uploads and a pressed start go
 * on while the dialog is closed. States are new objects after each change, for `useSyncExternalStore`.
 */
export type ImportSession = {
  state: () => SessionState;
  subscribe: (listener: () => void) => () => void;
  /** Adds files and looks into them. Returns what a screen reader should hear. */
  addFiles: (files: readonly File[]) => string;
  /** Resolves when every file was looked into. */
  looked: () => Promise<void>;
  removeFile: (key: string) => void;
  setChoices: (changes: Partial<DraftChoices>) => void;
  /** Fixes how one file of rows is read. */
  editRows: (key: string, edits: RowEdits) => void;
  /** Reads a file as rows although it could be a file of an extract, or as what it is. */
  readAs: (key: string, kind: 'rows' | 'auto') => void;
  setDataset: (name: string, changes: Partial<DatasetEdits>) => void;
  /** Tells the datasets that are there. */
  setTargets: (targets: Targets) => void;
  proposeSource: (name: string) => void;
  goTo: (step: Step) => void;
  /** Makes the draft on the server, sends what is missing of the files, and starts the import or says who is busy. */
  start: (onBusy: 'refuse' | 'wait') => Promise<void>;
  /** Counts what the import would do; the draft and its bytes stay. */
  dryRun: () => Promise<void>;
  /** Goes back to the mapping after a refused start; the draft stays. */
  dismissBusy: () => void;
  retryUploads: () => void;
  /** Removes the draft here and on the server. */
  discard: () => Promise<void>;
  /** Back to the mapping with the same files and choices, after an import that did not publish. */
  prepareAgain: () => void;
  /** Begins anew once the import has started; the server goes on with it. */
  reset: () => void;
  /** Finds the draft that this browser left behind, if any. */
  resume: () => Promise<void>;
};

export type SessionOptions = {
  transport?: Transport;
  storage?: Storage | undefined;
  /** Called after each change of imports on the server. */
  onServerChange?: () => void;
};

export function createImportSession(options: SessionOptions = {}): ImportSession {
  const listeners = new Set<() => void>();
  let state = initialState;
  let keys = 0;
  let looking = Promise.resolve();

  function set(changes: Partial<SessionState>) {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }
  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
  const keep = () => storeDraft(options.storage, state);
  const isStarting = () => state.start === 'starting';
  const store = { get: () => state, set, subscribe };
  const sync = createDraftSync({
    store,
    transport: options.transport,
    onMade() {
      keep();
      options.onServerChange?.();
    },
    onGone: () => forgetDraft(options.storage),
  });

  function lookInto(added: readonly DraftFile[]) {
    looking = Promise.all([looking, look(added)]).then(() => undefined);
  }

  async function look(added: readonly DraftFile[]) {
    for (const { key, file, readAs } of added) {
      if (!file || !state.files.some((it) => it.key === key)) continue;
      const preview = await previewFile(file, readAs);
      const parent = rejectsOf(preview);
      const found = { preview, ...(parent === null ? {} : { rejectsOf: parent }) };
      set({ files: state.files.map((it) => (it.key === key ? { ...it, ...found } : it)) });
    }
  }

  function conclude(answer: StartAnswer) {
    if (answer.kind === 'busy') {
      set({ start: 'busy', busy: answer.job });
      return;
    }
    if (answer.kind === 'refused') {
      set({ start: 'idle', busy: null, problem: answer.reason, step: 'preview' });
      return;
    }
    const draft = state.draft && { ...state.draft, import: answer.import };
    set({ start: 'started', busy: null, draft });
    forgetDraft(options.storage);
  }

  async function start(onBusy: 'refuse' | 'wait') {
    const checked = checkDraft(state);
    if (isStarting() || state.start === 'started') return;
    if (!checked.ok) {
      set({ problem: checked.reason });
      return;
    }
    set({ start: 'starting', step: 'import', problem: null });
    try {
      await sync.ensure();
      await sync.uploaded(isStarting);
      const draft = state.draft;
      if (!isStarting() || !draft) return;
      conclude(await startDraft(draft.import.id, checked.choices, onBusy));
    } catch (error) {
      set({ start: 'idle', busy: null, step: 'preview', problem: (error as Error).message });
    }
    options.onServerChange?.();
  }

  function goTo(step: Step) {
    set({ step, refused: [] });
    if (step === 'preview') sync.ensure().catch((error: Error) => set({ problem: error.message }));
  }

  return {
    state: () => state,
    subscribe,
    addFiles(chosen) {
      keys += 1;
      const round = keys;
      let nth = 0;
      const taken = takeFiles(state.files, chosen, () => `${Date.now()}-${round}-${++nth}`);
      set({ files: taken.files, refused: taken.refused, problem: null });
      lookInto(taken.added);
      return describeTaken(taken);
    },
    removeFile: (key) =>
      set({ files: state.files.filter((file) => file.key !== key), refused: [], problem: null }),
    setChoices(changes) {
      const hasTypedSource = state.hasTypedSource || changes.sourceName !== undefined;
      set({ choices: { ...state.choices, ...changes }, hasTypedSource });
      if (state.draft) keep();
    },
    editRows: (key, rows) =>
      set({ files: state.files.map((file) => (file.key === key ? { ...file, rows } : file)) }),
    readAs(key, kind) {
      const files = state.files.map((file): DraftFile => {
        if (file.key !== key) return file;
        const { readAs: _, rows: _rows, ...plain } = file;
        return { ...plain, preview: null, ...(kind === 'rows' ? { readAs: 'rows' } : {}) };
      });
      set({ files });
      lookInto(files.filter((file) => file.key === key));
    },
    setDataset(name, changes) {
      const edits = { ...editsOf(name, state.datasets, state.targets), ...changes };
      set({ datasets: { ...state.datasets, [name.toLowerCase()]: edits } });
    },
    setTargets(targets) {
      if (JSON.stringify(targets) !== JSON.stringify(state.targets)) set({ targets });
    },
    proposeSource(sourceName) {
      if (!state.hasTypedSource && sourceName !== state.choices.sourceName)
        set({ choices: { ...state.choices, sourceName } });
    },
    goTo,
    start,
    dismissBusy: () => set({ start: 'idle', busy: null, step: 'preview' }),
    looked: () => looking,
    async dryRun() {
      await runDry(store, sync);
      options.onServerChange?.();
    },
    retryUploads: sync.retry,
    async discard() {
      set({ start: 'idle' });
      await sync.drop();
      set(initialState);
      options.onServerChange?.();
    },
    prepareAgain() {
      sync.forget();
      set({ start: 'idle', draft: null, upload: null, busy: null, problem: null });
      goTo(filesWithoutBytes(state).length === 0 ? 'preview' : 'files');
    },
    reset() {
      sync.forget();
      set({
        ...initialState,
        targets: state.targets,
        choices: { ...initialState.choices, ownerName: state.choices.ownerName },
      });
    },
    async resume() {
      const stored = readStoredDraft(options.storage);
      if (!stored || hasOpenDraft(state)) return;
      const import_ = await loadDraft(stored.importId);
      if (!import_) {
        forgetDraft(options.storage);
        return;
      }
      if (hasOpenDraft(state)) return;
      const fileIds = new Map([...stored.files, ...stored.rowFiles].map((file) => [file.key, file.fileId]));
      const files = restoreFiles(stored);
      set({ files, choices: stored.choices, hasTypedSource: true, draft: { import: import_, fileIds } });
    },
  };
}
