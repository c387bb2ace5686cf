import 'server-only';
import { checkImports } from '@/lib/imports/server/recover/check-imports';
import { type Check, checkWorkspace } from '@/lib/workspace/server/check-workspace';

/** Every check of the server. Healthy only when all are ok. */
export async function checkHealth(): Promise<{ status: 'ok' | 'failing'; checks: Record<string, Check> }> {
  const checks = { ...(await checkWorkspace()), importLock: checkImports() };
  return { status: Object.values(checks).every(({ ok }) => ok) ? 'ok' : 'failing', checks };
}
