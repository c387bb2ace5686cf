import 'server-only';
import type { EndpointResponse } from '@/lib/http/endpoint';
import type { getStats as contract } from '../../operations';
import { importsReady } from '../recover/recover-imports';
import { importsState } from './imports-state';

/** Counts since the server started, and how long the succeeded imports held the lock. */
export async function getStats(): Promise<EndpointResponse<typeof contract>> {
  await importsReady();
  const { counters, run } = importsState();
  const sorted = counters.durationsMs.toSorted((a, b) => a - b);
  return {
    uploadAttempts: counters.uploadAttempts,
    blockedAttempts: counters.blockedAttempts,
    currentlyProcessing: run === null ? 0 : 1,
    imports: { succeeded: counters.succeeded, failed: counters.failed, cancelled: counters.cancelled },
    durationsMs: { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) },
  };
}

/** The smallest value that at least this share of the sorted values does not exceed. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
