import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';

/** What our datastore must know of the request, and the server library does not hand on. */
export type TusCall = {
  /** Base64 SHA-256 of this chunk, when the client sent one. */
  checksum: string | undefined;
  contentLength: number | undefined;
  /** The error as it was thrown; the library only keeps a status and a text. */
  error: unknown;
};

const calls = new AsyncLocalStorage<TusCall>();

export function runTusCall<T>(call: TusCall, work: () => Promise<T>): Promise<T> {
  return calls.run(call, work);
}

export function currentTusCall(): TusCall {
  const call = calls.getStore();
  if (call === undefined) throw new Error('outside of a tus request');
  return call;
}
