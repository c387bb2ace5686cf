import 'server-only';
import { settings } from '@/lib/config/read-settings';
import { recoverImports } from '@/lib/imports/server/recover/recover-imports';
import { startLineage } from '@/lib/lineage/server/start-lineage';
import { openWorkspace } from '@/lib/workspace/server/workspace';
import { stopOnSignal } from './stop-on-signal';

/** Puts the parts of the server together, each when the one it stands on is ready. */
export async function start(): Promise<void> {
  await openWorkspace(settings().WORKSPACE_DIR);
  startLineage();
  await recoverImports();
  stopOnSignal();
}
