import type { SqlObject } from '../sql-object';
import { DefinitionThread, type ThreadOptions } from './definition-thread-handle';
import { packAnswer, type ReadAnswer } from './read-answer';
import { skippedBody } from './skipped-body';

export type PoolOptions = ThreadOptions & {
  /** Threads that read at the same time. */
  readonly threads: number;
};

/** Reads definitions in threads of its own, so that none of them can stop or slow down what others do. */
export type DefinitionPool = {
  /** One definition. One that takes longer than the deadline, or ends its thread, is a body with one diagnostic. */
  read(object: SqlObject): Promise<ReadAnswer>;
  /** Ends the threads; what is not read yet fails. */
  close(): Promise<void>;
};

/** Starts the threads. `options.file`: the bundle of definition-thread.ts. */
export function openDefinitionPool(options: PoolOptions): DefinitionPool {
  const threads = Array.from({ length: options.threads }, () => new DefinitionThread(options));
  return {
    async read(object) {
      const idlest = threads.reduce((best, it) => (it.waiting < best.waiting ? it : best));
      const answer = await idlest.read(object);
      return answer.kind === 'read' ? answer : packAnswer(object, skippedBody(object, answer.reason));
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
