import 'server-only';
import { log } from '@/lib/log/log';
import type { Workspace } from './state';

/** Marks the workspace as broken, once: health answers 503 from now on, and the process ends so that it starts afresh. */
export function failWorkspace(workspace: Workspace, failure: Error): void {
  if (workspace.failure) return;
  workspace.failure = failure;
  log.fatal({ phase: 'workspace', reason: failure.message }, 'workspace failed; the server ends');
  workspace.onFatal(failure);
}

const GRACE_MS = 1000;

/** The usual end: running answers, and one last health check, get a second. */
export function endProcess(): void {
  process.exitCode = 1;
  setTimeout(() => process.exit(1), GRACE_MS);
}
