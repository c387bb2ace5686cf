import 'server-only';
import { log } from '@/lib/log/log';
import { importsState } from '../records/imports-state';

/**
 * Registers who is told of each new snapshot, before the import lock is free and before the import shows as succeeded.
 * A listener that throws is logged and does not undo the publish. Returns how to stop.
 */
export function onPublished(listener: (snapshot: number) => Promise<void> | void): () => void {
  const { publishedListeners } = importsState();
  publishedListeners.add(listener);
  return () => publishedListeners.delete(listener);
}

/** Tells all listeners and waits for them. */
export async function tellPublished(snapshot: number): Promise<void> {
  for (const listener of importsState().publishedListeners) {
    try {
      await listener(snapshot);
    } catch (error) {
      log.error({ err: error, snapshot }, 'a listener of new snapshots failed');
    }
  }
}
