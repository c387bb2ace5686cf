import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Body } from '@/lib/lineage/sql/ir/body';
import { unpackBody } from '@/lib/lineage/sql/threads/read-answer';

type Place = { readonly at: number; readonly body: number; readonly text: number };

/**
 * What was read of definitions, in a file of the stage folder: a body takes about a hundred kilobytes of the heap, and all must be read
 * before the first one is bound.
 */
export class BodyStore {
  readonly #path: string;
  readonly #file: number;
  readonly #places = new Map<string, Place>();
  #end = 0;

  constructor(stageDir: string) {
    this.#path = join(stageDir, 'bodies');
    this.#file = openSync(this.#path, 'wx+');
  }

  put(id: string, body: Uint8Array, text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.#places.set(id, { at: this.#end, body: body.length, text: bytes.length });
    for (const part of [body, bytes]) {
      for (let done = 0; done < part.length; )
        done += writeSync(this.#file, part, done, part.length - done, this.#end + done);
      this.#end += part.length;
    }
  }

  /** The body and the text of a definition that was put. */
  take(id: string): { body: Body; text: string } {
    const place = this.#places.get(id);
    if (place === undefined) throw new Error(`Nothing was read of ${id}.`);
    const bytes = new Uint8Array(place.body + place.text);
    for (let done = 0; done < bytes.length; ) {
      const count = readSync(this.#file, bytes, done, bytes.length - done, place.at + done);
      if (count === 0) throw new Error('The file of what was read is cut.');
      done += count;
    }
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(place.body));
    return { body: unpackBody(bytes.subarray(0, place.body)), text };
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#path);
  }
}
