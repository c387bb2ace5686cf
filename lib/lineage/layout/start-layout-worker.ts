import type { LayoutWorker } from './run-layout';

/** Starts the layout's own thread in the browser. */
export function startLayoutWorker(): LayoutWorker {
  return new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
}
