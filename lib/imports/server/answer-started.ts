import 'server-only';
import type { Import } from '../contract';
import { isOver } from './import-record';
import { presentImport } from './present-import';
import { preferredWaitSeconds, waitForImport } from './wait-for-import';

/**
 * How a start answers: at once with 202, or, when the caller prefers to wait (`Prefer: wait=30`), with 200 and the
 * finished import if it ends in time.
 */
export async function answerStarted(
  started: Import,
  { request, signal }: { request: Request; signal: AbortSignal },
): Promise<{ value: Import; status: 200 | 202; headers: Record<string, string> }> {
  const seconds = preferredWaitSeconds(request.headers.get('prefer'));
  const headers: Record<string, string> = { Location: `/api/imports/${started.id}` };
  if (seconds === 0) return { value: started, status: isOver(started) ? 200 : 202, headers };
  headers['Preference-Applied'] = `wait=${seconds}`;
  const record = await waitForImport(started.id, seconds, signal);
  const value = await presentImport(record);
  return { value, status: isOver(value) ? 200 : 202, headers };
}
