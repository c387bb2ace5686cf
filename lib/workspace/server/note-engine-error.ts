import 'server-only';
import { failWorkspace } from './fail-workspace';
import type { Workspace } from './state';

const FATAL = /\bFATAL Error\b|database has been invalidated/;

/** Looks at every engine error: after a fatal one no answer of this engine can be trusted any more. */
export function noteEngineError(workspace: Workspace, error: unknown): void {
  if (error instanceof Error && FATAL.test(error.message)) failWorkspace(workspace, error);
}
