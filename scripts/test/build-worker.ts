import { bundleWorker } from '../bundle-worker.mjs';

/** Vitest global setup: tests that start the import worker need its bundle. */
export async function setup(): Promise<void> {
  await bundleWorker();
}
