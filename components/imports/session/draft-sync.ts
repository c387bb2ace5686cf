import { createUploadQueue, type Transport, type UploadQueue } from '@/lib/uploads/client/upload-queue';
import { inherit } from '../draft/inherit';
import { createDraft, discardDraft } from './draft-calls';
import {
  filesWithoutBytes,
  isDraftCurrent,
  isUploaded,
  parentsOf,
  readyFiles,
  type SessionState,
} from './session-state';

/** The state of a session, as its parts share it. */
export type SessionStore = {
  get: () => SessionState;
  set: (changes: Partial<SessionState>) => void;
  subscribe: (listener: () => void) => () => void;
};

type Options = {
  store: SessionStore;
  transport?: Transport | undefined;
  /** Called when the draft on the server was made anew, and when it is gone. */
  onMade: () => void;
  onGone: () => void;
};

export type DraftSync = {
  /** Makes the draft on the server when it does not hold the files that are ready, and sends what is missing of them. */
  ensure: () => Promise<void>;
  /** Resolves when all bytes are there, or nobody waits for them any more. */
  uploaded: (isWanted: () => boolean) => Promise<void>;
  /** Waits for a draft that is being made, and removes it here and on the server. */
  drop: () => Promise<void>;
  retry: () => void;
  /** Lets go of uploads that are over. */
  forget: () => void;
};

/** Keeps the draft on the server the same as the list of files: made anew after each change of the list, its bytes sent. */
export function createDraftSync({ store, transport, onMade, onGone }: Options): DraftSync {
  let queue: UploadQueue | undefined;
  let making: Promise<void> | undefined;

  async function ensure(): Promise<void> {
    const state = store.get();
    if (!isDraftCurrent(state)) {
      const [lost] = filesWithoutBytes(state);
      if (lost) throw new Error(`The page was loaded again. Choose ${lost.name} once more, or remove it.`);
      await remove();
      const [parent] = parentsOf(store.get());
      const draft = await createDraft(readyFiles(store.get()), parent);
      store.set({ ...inherit(store.get(), draft.import, draft.fileIds), draft, problem: null });
      onMade();
    }
    send();
  }

  async function remove() {
    const old = store.get().draft;
    const oldQueue = queue;
    queue = undefined;
    store.set({ draft: null, upload: null });
    onGone();
    await oldQueue?.abort();
    if (old) await discardDraft(old.import.id, store.get().choices.ownerName);
  }

  function send() {
    const { draft, files } = store.get();
    if (!draft) return;
    const requests = files.flatMap(({ key, file }) => {
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
    const made = createUploadQueue(transport ? { transport } : {});
    made.subscribe(() => queue === made && store.set({ upload: made.status() }));
    return made;
  }

  return {
    ensure() {
      making ??= ensure().finally(() => {
        making = undefined;
      });
      return making;
    },
    uploaded: (isWanted) =>
      new Promise((resolve) => {
        const check = () => {
          if (isWanted() && !isUploaded(store.get())) return;
          stop();
          resolve();
        };
        const stop = store.subscribe(check);
        check();
      }),
    async drop() {
      await making?.catch(() => undefined);
      await remove();
    },
    retry: () => queue?.retry(),
    forget: () => {
      queue = undefined;
    },
  };
}
