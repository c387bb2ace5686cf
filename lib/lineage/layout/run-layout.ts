import type { Layout, LayoutInput } from './layout';

export type LayoutAnswer = { ticket: number; isFinal: boolean; layout: Layout };

/** What the runner needs of a `Worker`. */
export type LayoutWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Graphs from this size on are shown as a rough picture first. */
const ROUGH_FROM = 1_500;

/**
 * Runs layouts in a worker, the newest request only: a new request ends the one that still runs, and an answer that
 * comes late is dropped. `onLayout` may be called twice for a request: rough, then final.
 */
export function createLayoutRunner(startWorker: () => LayoutWorker) {
  let worker: LayoutWorker | undefined;
  let ticket = 0;
  let isRunning = false;

  const stop = () => {
    worker?.terminate();
    worker = undefined;
    isRunning = false;
  };

  return {
    run(input: LayoutInput, onLayout: (layout: Layout, isFinal: boolean) => void, onError: () => void): void {
      if (isRunning) stop();
      worker ??= startWorker();
      ticket++;
      isRunning = true;
      const mine = ticket;
      worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
        if (data.ticket !== ticket) return;
        isRunning = !data.isFinal;
        onLayout(data.layout, data.isFinal);
      };
      worker.onerror = () => {
        if (mine !== ticket) return;
        stop();
        onError();
      };
      const roughFirst = input.depth.length >= ROUGH_FROM && input.keep === null;
      worker.postMessage({ ticket: mine, input, roughFirst });
    },
    /** Drops what runs; the runner can be used again. */
    cancel(): void {
      ticket++;
      stop();
    },
  };
}
