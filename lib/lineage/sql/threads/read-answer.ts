import type { Body } from '../ir/body';
import { type Outline, outlineOf } from '../model/outline';
import type { SqlObject } from '../sql-object';

/** What a thread read of a definition. The body is JSON in bytes: few of thousands are needed at the same time. */
export type ReadAnswer = { readonly outline: Outline; readonly body: Uint8Array<ArrayBuffer> };

/** Packs a body. */
export function packAnswer(object: SqlObject, body: Body): ReadAnswer {
  return { outline: outlineOf(object, body), body: new TextEncoder().encode(JSON.stringify(body)) };
}

/** The body of an answer. */
export function unpackBody(bytes: Uint8Array): Body {
  return JSON.parse(new TextDecoder().decode(bytes));
}
