import 'server-only';
import { createHash } from 'node:crypto';
import { plainHeader } from '../../plain-header';

/** 32 hex digits that are the same for the same column names in the same order, whatever their case and outer blanks. */
export function headerFingerprint(header: readonly string[]): string {
  return createHash('sha256').update(plainHeader(header)).digest('hex').slice(0, 32);
}
