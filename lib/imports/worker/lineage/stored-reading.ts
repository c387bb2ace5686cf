import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Reading } from '@/lib/lineage/sql/model/open-model';
import type { Outline } from '@/lib/lineage/sql/model/outline';
import type { NamedObject } from './named-object';

/**
 * What is kept of a definition until the next import of its source: enough to tell whether its lineage, which the workspace holds, would come
 * out the same again.
 */
export type StoredReading = {
  readonly outline: Outline;
  readonly reading: Reading;
  /** Objects that only definitions name. */
  readonly named: readonly NamedObject[];
};

/** Longer ones are not worth it. */
const LONGEST = 1_000_000;

/** A reading as text, null when it is not kept. */
export function packReading(reading: StoredReading): string | null {
  const text = JSON.stringify(reading);
  return text.length > LONGEST ? null : text;
}

const Known = z.custom<StoredReading>(
  (value) => typeof value === 'object' && value !== null && 'reading' in value,
);

/** A kept reading; it was written by this very version. */
export function unpackReading(text: string): StoredReading {
  return Known.parse(JSON.parse(text));
}

/** Another one after every change of what reads and binds definitions: a hash of the code itself. */
export async function extractorVersion(): Promise<string> {
  const hash = createHash('md5');
  for (const name of ['./definition-thread.mjs', './import-worker.mjs'])
    hash.update(await readFile(fileURLToPath(new URL(name, import.meta.url))));
  return hash.digest('hex').slice(0, 12);
}
