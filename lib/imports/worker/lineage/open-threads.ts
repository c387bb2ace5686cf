import { fileURLToPath } from 'node:url';
import { type DefinitionPool, openDefinitionPool } from '@/lib/lineage/sql/threads/definition-pool';

/** For one text; the slowest of real estates takes a hundredth of it. */
const DEADLINE_MS = 20_000;
const HEAP_MEGABYTES = 512;
/** Texts that take as long as it takes to load the parser once more. */
const WORTH_A_THREAD = 300;

/** Threads that read SQL, at most `most` for so many texts. They start with the first text: who reads nothing does not wait for the parser. */
export function openThreads(most: number, texts: number): DefinitionPool {
  let pool: DefinitionPool | undefined;
  const open = () => {
    const file = fileURLToPath(new URL('./definition-thread.mjs', import.meta.url));
    const threads = Math.max(1, Math.min(most, Math.ceil(texts / WORTH_A_THREAD)));
    return openDefinitionPool({ file, threads, deadlineMs: DEADLINE_MS, heapMegabytes: HEAP_MEGABYTES });
  };
  return {
    read(object) {
      pool ??= open();
      return pool.read(object);
    },
    close: async () => pool?.close(),
  };
}
