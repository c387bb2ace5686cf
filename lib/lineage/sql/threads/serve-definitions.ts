import { parentPort } from 'node:worker_threads';
import type { Body } from '../ir/body';
import type { SqlObject } from '../sql-object';
import { packAnswer, type ReadAnswer } from './read-answer';

/** From the pool to a thread: read this. */
export type ThreadTask = { readonly object: SqlObject };

/** From a thread to the pool; the answers stand in the order of the tasks. `ready`: the thread has loaded the parser. */
export type ThreadReply = { readonly kind: 'ready' } | ({ readonly kind: 'read' } & ReadAnswer);

/** Makes this thread read definitions, one after the other. */
export function serveDefinitions(read: (object: SqlObject) => Body): void {
  const port = parentPort;
  if (port === null) throw new Error('Definitions are read in a thread of their own');
  const reply = (message: ThreadReply, moved: readonly ArrayBuffer[] = []) =>
    port.postMessage(message, moved);
  port.on('message', ({ object }: ThreadTask) => {
    const answer = packAnswer(object, read(object));
    reply({ kind: 'read', ...answer }, [answer.body.buffer]);
  });
  reply({ kind: 'ready' });
}
