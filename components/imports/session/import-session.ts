import { previewFile } from '@/lib/formats/preview/preview-file';
import { createUploadQueue, type Transport, type UploadQueue } from '@/lib/uploads/client/upload-queue';
import { checkChoices, type DraftChoices } from '../draft/draft-choices';
import { describeTaken, takeFiles } from '../draft/take-files';
import { createDraft, discardDraft, loadDraft, type StartAnswer, startDraft } from './draft-calls';
import {
  filesWithoutBytes,
  hasOpenDraft,
  initialState,
  isDraftCurrent,
  isUploaded,
  readyFiles,
  type SessionState,
  type Step,
} from './session-state';
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
  removeFile: (key: string) => void;
  setChoices: (changes: Partial<DraftChoices>) => void;
  proposeSource: (name: string) => void;
  goTo: (step: Step) => void;
  /** Makes the draft on the server, sends what is missing of the files, and starts the import or says who is busy. */
  start: (onBusy: 'refuse' | 'wait') => Promise<void>;
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
  let queue: UploadQueue | undefined;
  let making: Promise<void> | undefined;
  let keys = 0;

  function set(changes: Partial<SessionState>) {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }
  const keep = () => storeDraft(options.storage, state);
  const isStarting = () => state.start === 'starting';

  async function lookInto(added: readonly { key: string; file: File | null }[]) {
    for (const { key, file } of added) {
      if (!file || !state.files.some((it) => it.key === key)) continue;
      const preview = await previewFile(file);
      set({ files: state.files.map((it) => (it.key === key ? { ...it, preview } : it)) });
    }
  }

  /** The draft on the server holds exactly the files that are ready; after a change of the list it is made anew. */
  async function ensureDraft(): Promise<void> {
    if (!isDraftCurrent(state)) {
      const [lost] = filesWithoutBytes(state);
      if (lost) throw new Error(`The page was loaded again. Choose ${lost.name} once more, or remove it.`);
      await dropDraft();
      const draft = await createDraft(readyFiles(state));
      set({ draft, problem: null });
      keep();
      options.onServerChange?.();
    }
    send();
  }

  function ensureDraftOnce(): Promise<void> {
    making ??= ensureDraft().finally(() => {
      making = undefined;
    });
    return making;
  }

  async function dropDraft() {
    const old = state.draft;
    const oldQueue = queue;
    queue = undefined;
    set({ draft: null, upload: null });
    forgetDraft(options.storage);
    await oldQueue?.abort();
    if (old) await discardDraft(old.import.id, state.choices.ownerName);
  }

  function send() {
    const draft = state.draft;
    if (!draft) return;
    const requests = state.files.flatMap(({ key, file }) => {
      const target = draft.import.files.find((it) => it.id === draft.fileIds.get(key));
      const isThere = target?.received === target?.size;
      if (!file || !target || isThere) return [];
      return [{ importId: draft.import.id, fileId: target.id, file, uploadUrl: target.uploadUrl }];
    });
    if (requests.length === 0) return;
    queue ??= watchedQueue();
    queue.add(requests);
  }

  function watchedQueue(): UploadQueue {
    const made = createUploadQueue(options.transport ? { transport: options.transport } : {});
    made.subscribe(() => queue === made && set({ upload: made.status() }));
    return made;
  }

  function uploaded(): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (isStarting() && !isUploaded(state)) return;
        listeners.delete(check);
        resolve();
      };
      listeners.add(check);
      check();
    });
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
    const checked = checkChoices(state.choices);
    if (!checked.ok || isStarting() || state.start === 'started') return;
    set({ start: 'starting', step: 'import', problem: null });
    try {
      await ensureDraftOnce();
      await uploaded();
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
    if (step === 'preview') ensureDraftOnce().catch((error: Error) => set({ problem: error.message }));
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    addFiles(chosen) {
      keys += 1;
      const round = keys;
      let nth = 0;
      const taken = takeFiles(state.files, chosen, () => `${Date.now()}-${round}-${++nth}`);
      set({ files: taken.files, refused: taken.refused, problem: null });
      void lookInto(taken.added);
      return describeTaken(taken);
    },
    removeFile: (key) =>
      set({ files: state.files.filter((file) => file.key !== key), refused: [], problem: null }),
    setChoices(changes) {
      const hasTypedSource = state.hasTypedSource || changes.sourceName !== undefined;
      set({ choices: { ...state.choices, ...changes }, hasTypedSource });
      if (state.draft) keep();
    },
    proposeSource(sourceName) {
      if (!state.hasTypedSource && sourceName !== state.choices.sourceName)
        set({ choices: { ...state.choices, sourceName } });
    },
    goTo,
    start,
    dismissBusy: () => set({ start: 'idle', busy: null, step: 'preview' }),
    retryUploads: () => queue?.retry(),
    async discard() {
      set({ start: 'idle' });
      await making?.catch(() => undefined);
      await dropDraft();
      set(initialState);
      options.onServerChange?.();
    },
    prepareAgain() {
      queue = undefined;
      set({ start: 'idle', draft: null, upload: null, busy: null, problem: null });
      goTo(filesWithoutBytes(state).length === 0 ? 'preview' : 'files');
    },
    reset() {
      queue = undefined;
      set({ ...initialState, choices: { ...initialState.choices, ownerName: state.choices.ownerName } });
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
      const fileIds = new Map(stored.files.map((file) => [file.key, file.fileId]));
      const files = restoreFiles(stored);
      set({ files, choices: stored.choices, hasTypedSource: true, draft: { import: import_, fileIds } });
    },
  };
}
