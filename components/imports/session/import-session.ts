import { previewFile } from '@/lib/formats/preview/preview-file';
import type { Transport } from '@/lib/uploads/client/upload-queue';
import type { DraftFile } from '../draft/draft-file';
import { rejectsOf } from '../draft/rejects-of';
import { applyRecipe, takeBackRecipe } from '../draft/rows/apply-recipe';
import { sendAllTo } from '../draft/rows/send-all-to';
import { describeTaken, takeFiles } from '../draft/take-files';
import { checkDraft } from './check-draft';
import { loadDraft, type StartAnswer, startDraft } from './draft-calls';
import { createDraftSync } from './draft-sync';
import { endDry, expectation, runDry } from './dry-run';
import { findSame } from './find-same';
import { filesWithoutBytes, hasOpenDraft, initialState, type SessionState, type Step } from './session-state';
import type { ImportSession } from './session-verbs';
import { forgetDraft, readStoredDraft, restoreFiles, storeDraft } from './stored-draft';

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

  function changeFile(key: string, changes: Partial<DraftFile>) {
    set({ files: state.files.map((file) => (file.key === key ? { ...file, ...changes } : file)) });
    if (state.draft) keep();
  }

  function lookInto(added: readonly DraftFile[]) {
    looking = Promise.all([looking, look(added)]).then(() => undefined);
  }

  async function look(added: readonly DraftFile[]) {
    for (const { key, file, readAs } of added) {
      if (!file || !state.files.some((it) => it.key === key)) continue;
      const preview = await previewFile(file, readAs);
      const parent = rejectsOf(preview);
      const sameAs = await findSame({ file, size: file.size });
      const found = {
        preview,
        sameAs,
        // Rows would be there twice; the files of an extract only make sense together.
        ...(sameAs && preview.kind === 'rows' ? { isSkipped: true } : {}),
        ...(parent === null ? {} : { rejectsOf: parent }),
      };
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
      conclude(await startDraft(draft.import.id, checked.choices, { onBusy, ...expectation(state) }));
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
    skip: (key, isSkipped) => changeFile(key, { isSkipped }),
    setChoices(changes) {
      const hasTypedSource = state.hasTypedSource || changes.sourceName !== undefined;
      set({ choices: { ...state.choices, ...changes }, hasTypedSource });
      if (state.draft) keep();
    },
    editRows: (key, rows) => changeFile(key, { rows }),
    sendAllTo(dataset) {
      set({ files: sendAllTo(state.files, dataset) });
      if (state.draft) keep();
    },
    readAs(key, kind) {
      const files = state.files.map((file): DraftFile => {
        if (file.key !== key) return file;
        const { readAs: _, rows: _rows, recipe: _recipe, ...plain } = file;
        return { ...plain, preview: null, ...(kind === 'rows' ? { readAs: 'rows' } : {}) };
      });
      set({ files });
      lookInto(files.filter((file) => file.key === key));
    },
    setDataset(name, changes) {
      const known = name.toLowerCase();
      set({ datasets: { ...state.datasets, [known]: { ...state.datasets[known], ...changes } } });
      if (state.draft) keep();
    },
    setOrder(order) {
      set({ order });
      if (state.draft) keep();
    },
    takeRecipe(key, recipe) {
      set(applyRecipe(state, key, recipe));
      if (state.draft) keep();
    },
    takeBackRecipe(key) {
      set(takeBackRecipe(state, key));
      if (state.draft) keep();
    },
    saveRecipe(savesRecipe) {
      set({ savesRecipe });
      if (state.draft) keep();
    },
    setTargets: ({ targets, problem }) => set({ targets, targetsProblem: problem }),
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
    endDryRun: () => endDry(store),
    retryUploads: sync.retry,
    async discard() {
      set({ start: 'idle' });
      await sync.drop();
      set(initialState);
      options.onServerChange?.();
    },
    async prepareAgain({ pause }) {
      sync.forget();
      const kept = pause?.draft == null ? undefined : await loadDraft(pause.draft);
      const draft = kept && state.draft ? { import: kept, fileIds: state.draft.fileIds } : null;
      set({ start: 'idle', draft, upload: null, busy: null, dryRun: null, problem: null });
      if (draft) keep();
      goTo(filesWithoutBytes(state).length === 0 ? 'preview' : 'files');
    },
    reset() {
      sync.forget();
      set({
        ...initialState,
        targets: state.targets,
        targetsProblem: state.targetsProblem,
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
      const { choices, datasets, order, savesRecipe } = stored;
      set({
        files,
        choices,
        datasets,
        order,
        savesRecipe,
        hasTypedSource: true,
        draft: { import: import_, fileIds },
      });
    },
  };
}
