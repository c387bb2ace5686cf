import 'server-only';
import type { Import } from '../../contract';
import { isOver } from '../records/import-record';
import { presentImport } from '../records/present-import';
import { preferredWaitSeconds, waitForImport } from './wait-for-import';
import { waitWhileSmall } from './wait-while-small';

/**
 * How a start answers: small imports with 200 when they are finished, others at once with 202. `Prefer: wait=30` waits for
 * any import, `Prefer: respond-async` for none.
 */
export async function answerStarted(
  started: Import,
  { request, signal }: { request: Request; signal: AbortSignal },
): Promise<{ value: Import; status: 200 | 202; headers: Record<string, string> }> {
  const prefer = request.headers.get('prefer');
  const seconds = preferredWaitSeconds(prefer);
  const headers: Record<string, string> = { Location: `/api/imports/${started.id}` };
  if (seconds === 0) {
    const record = /\brespond-async\b/i.test(prefer ?? '') ? null : await waitWhileSmall(started, signal);
    const value = record === null ? started : await presentImport(record);
    return { value, status: isOver(value) ? 200 : 202, headers };
  }
  headers['Preference-Applied'] = `wait=${seconds}`;
  const record = await waitForImport(started.id, seconds, signal);
  const value = await presentImport(record);
  return { value, status: isOver(value) ? 200 : 202, headers };
}
