import { parentPort } from 'node:worker_threads';
import type { Body } from '../ir/body';
import type { SqlObject } from '../sql-object';

/** From the pool to a thread: read this. */
export type ThreadTask = { readonly object: SqlObject };

/** From a thread to the pool; the answers stand in the order of the tasks. `ready`: the thread has loaded the parser. */
export type ThreadReply = { readonly kind: 'ready' } | { readonly kind: 'read'; readonly body: Body };

/** Makes this thread read definitions, one after the other. */
export function serveDefinitions(read: (object: SqlObject) => Body): void {
  const port = parentPort;
  if (port === null) throw new Error('Definitions are read in a thread of their own');
  const reply = (message: ThreadReply) => port.postMessage(message);
  port.on('message', ({ object }: ThreadTask) => reply({ kind: 'read', body: read(object) }));
  reply({ kind: 'ready' });
}
