import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { attachStatements, type StageFile } from './attach-stage';
import { saveBlocks } from './block-journal/save-blocks';
import { checkpoint } from './checkpoint';
import { connect } from './connect';
import { Guard } from './guard';
import { noteEngineError } from './note-engine-error';
import { Session, type Writer } from './reader';
import { assertServerLock } from './server-lock';
import type { Workspace } from './state';
import { beginWide, type Room, withRoom } from './with-room';
import { usableWorkspace } from './workspace';

/** Proof of holding the import lock. `assertHeld` throws when the lock has gone to somebody else. */
export type WriteToken = { readonly epoch: number; assertHeld(): void };

type WriteOptions = {
  /** A stage file inside the staging folder, attached read-only as `alias` while `fn` runs. */
  attach?: StageFile;
  signal?: AbortSignal | undefined;
  /** All memory that the engine may ever take when left out. */
  room?: Room | undefined;
};

/**
 * Runs `fn` inside one write transaction, after all earlier writes. Nothing of it is visible before the commit; an
 * error rolls everything back. Resolves when the commit is on disk.
 * @throws what `fn` or the token throws; AppError disk-full, interrupted, unavailable
 */
export async function write<T>(
  token: WriteToken,
  fn: (db: Writer) => Promise<T>,
  options: WriteOptions = {},
): Promise<T> {
  const workspace = await usableWorkspace();
  const mine = workspace.writes.then(() =>
    withRoom(workspace, options.room, () => writeNow(workspace, token, fn, options)),
  );
  workspace.writes = mine.catch(() => undefined);
  return mine;
}

async function writeNow<T>(
  workspace: Workspace,
  token: WriteToken,
  fn: (db: Writer) => Promise<T>,
  options: WriteOptions,
): Promise<T> {
  const connection = await connect(workspace.instance);
  const guard = new Guard({ signal: options.signal });
  const session = new Session(
    connection,
    guard,
    (error) => noteEngineError(workspace, error),
    (begin) => beginWide(workspace, options.room, begin),
  );
  const assertMayWrite = () => {
    guard.check();
    token.assertHeld();
    assertServerLock(workspace.lock);
  };
  let detach: string | undefined;
  let begun = false;
  try {
    assertMayWrite();
    if (options.attach) {
      const statements = attachStatements(workspace, options.attach);
      for (const statement of statements.attach) await session.control(statement);
      detach = statements.detach;
    }
    await session.control('BEGIN TRANSACTION');
    begun = true;
    const result = await fn(session);
    await session.end();
    // A big commit is a checkpoint, too.
    await saveBlocks(connection, workspace.file);
    assertMayWrite();
    await connection.run('COMMIT');
    begun = false;
    workspace.checkpointDue = true;
    return result;
  } catch (error) {
    noteEngineError(workspace, error);
    throw diskFull(error);
  } finally {
    guard.dispose();
    await session.end();
    if (begun) await settle(workspace, () => connection.run('ROLLBACK'));
    const detaching = detach;
    if (detaching !== undefined) await settle(workspace, () => connection.run(detaching));
    connection.disconnectSync();
    if (workspace.checkpointDue) await checkpoint(workspace);
  }
}

/** Cleaning up must not hide the error that made it necessary; a fatal one is still noticed. */
async function settle(workspace: Workspace, step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    noteEngineError(workspace, error);
  }
}

function diskFull(error: unknown): unknown {
  if (!(error instanceof Error) || !/No space left on device|max_temp_directory_size/i.test(error.message)) {
    return error;
  }
  return new AppError(
    'disk-full',
    'The disk of the workspace is full. Nothing was changed. Free some space and start again.',
    { cause: error },
  );
}
