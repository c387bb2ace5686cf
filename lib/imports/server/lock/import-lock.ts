import 'server-only';
import { createInProcessLock } from './in-process-lock';
import type { ImportLock } from './lock';

const KEY = Symbol.for('headwater.import-lock');
const holder = globalThis as { [KEY]?: ImportLock };

/** The import lock of this server: one for all route bundles. */
export function importLock(): ImportLock {
  holder[KEY] ??= createInProcessLock();
  return holder[KEY];
}
