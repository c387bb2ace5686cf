import { z } from 'zod';
import type { Reading } from '@/lib/lineage/sql/model/open-model';

/** What is kept of a pattern of logged texts until the next import of its source. */
export type StoredLog = {
  readonly statements: number;
  /** Of the statements: those that were not, or not wholly, read. */
  readonly unread: number;
  /** Ids of objects that rows went between, whether there are such objects or not, and how sure that is, in percent. */
  readonly flows: readonly (readonly [from: string, to: string, percent: number])[];
  /** Null where the answers of the catalogue make no difference. */
  readonly reading: Reading | null;
};

/** What was kept, as text. */
export function packLog(log: StoredLog): string {
  return JSON.stringify(log);
}

const Known = z.custom<StoredLog>((value) => typeof value === 'object' && value !== null && 'flows' in value);

/** A kept reading; it was written by this very version. */
export function unpackLog(text: string): StoredLog {
  return Known.parse(JSON.parse(text));
}
