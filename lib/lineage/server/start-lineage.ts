import 'server-only';
import { onPublished } from '@/lib/imports/server/publish/on-published';
import { log } from '@/lib/log/log';
import { graphOf, swapGraph } from './graph-of';

/**
 * Called once at boot, before any import can run: builds the graph of each new snapshot as soon as it is published,
 * and the current one in the background. An import counts as succeeded only after its graph is in place, so whoever is
 * told of a snapshot can browse it at once. Returns how to stop following.
 */
export function startLineage(): () => void {
  graphOf().catch((error: unknown) =>
    log.error({ err: error, phase: 'graph' }, 'the current graph cannot be built'),
  );
  return onPublished(swapGraph);
}
