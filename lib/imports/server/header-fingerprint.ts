import 'server-only';
import { createHash } from 'node:crypto';

/** 32 hex digits that are the same for the same column names in the same order, whatever their case and outer blanks. */
export function headerFingerprint(header: readonly string[]): string {
  const plain = header.map((name) => name.trim().toLowerCase());
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex').slice(0, 32);
}
