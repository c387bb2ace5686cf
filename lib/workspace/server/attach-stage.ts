import 'server-only';
import { sep } from 'node:path';
import { quoteName, quoteText } from '../quote';
import { connect } from './connect';
import { noteEngineError } from './note-engine-error';
import type { Workspace } from './state';
import { usableWorkspace } from './workspace';

/** A stage file inside the staging folder, and the name that all connections know it by while it is attached. */
export type StageFile = { alias: string; file: string };

/** The statements that attach a stage read-only, in place of one that could not be detached before; then the one that detaches it. */
export function attachStatements(
  { paths }: Workspace,
  { alias, file }: StageFile,
): { attach: readonly string[]; detach: string } {
  if (!file.startsWith(paths.staging + sep)) {
    throw new Error('Only files inside the staging folder can be attached.');
  }
  const name = quoteName(alias);
  return {
    attach: [`DETACH DATABASE IF EXISTS ${name}`, `ATTACH ${quoteText(file)} AS ${name} (READ_ONLY)`],
    detach: `DETACH DATABASE IF EXISTS ${name}`,
  };
}

/** Attaches a stage for reads, until the function that it returns is called; a read that still goes on then ends in peace. */
export async function attachStage(stage: StageFile): Promise<() => Promise<void>> {
  const workspace = await usableWorkspace();
  const { attach, detach } = attachStatements(workspace, stage);
  await runAll(workspace, attach);
  return () => runAll(workspace, [detach]);
}

async function runAll(workspace: Workspace, statements: readonly string[]): Promise<void> {
  const connection = await connect(workspace.instance);
  try {
    for (const statement of statements) await connection.run(statement);
  } catch (error) {
    noteEngineError(workspace, error);
    throw error;
  } finally {
    connection.disconnectSync();
  }
}
