import { Worker } from 'node:worker_threads';
import type { SqlObject } from '../sql-object';
import type { ReadAnswer } from './read-answer';
import type { ThreadReply, ThreadTask } from './serve-definitions';

export type ThreadOptions = {
  /** The bundle a thread runs. */
  readonly file: string;
  /** Longest time for one definition. */
  readonly deadlineMs: number;
  /** Heap of a thread; the parser's own memory is not part of it. */
  readonly heapMegabytes: number;
};

type Answer =
  | ({ readonly kind: 'read' } & ReadAnswer)
  | { readonly kind: 'skipped'; readonly reason: string };
type Task = { readonly object: SqlObject; done(answer: Answer): void; failed(error: Error): void };

/** The parser climbs down into every parenthesis on the stack. */
const STACK_MEGABYTES = 16;
/** Tasks a thread has at hand, so that it need not wait for the next one. */
const AT_HAND = 8;

/** One thread and its tasks. A task that ends it or is too slow is skipped; a new thread goes on with the others. */
export class DefinitionThread {
  readonly #options: ThreadOptions;
  #worker: Worker;
  #ready = false;
  /** Why nothing is read any more. */
  #over: Error | null = null;
  /** Sent and not answered yet, oldest first: that one is being read. */
  #sent: Task[] = [];
  readonly #queue: Task[] = [];
  #deadline: NodeJS.Timeout | undefined;
  #lateTask: Task | undefined;

  constructor(options: ThreadOptions) {
    this.#options = options;
    this.#worker = this.#start();
  }

  /** Tasks that are not done. */
  get waiting(): number {
    return this.#sent.length + this.#queue.length;
  }

  read(object: SqlObject): Promise<Answer> {
    if (this.#over !== null) return Promise.reject(this.#over);
    return new Promise((done, failed) => {
      this.#queue.push({ object, done, failed });
      this.#send();
    });
  }

  async close(): Promise<void> {
    this.#finish(new Error('The pool of threads was closed'));
    await this.#worker.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#options.file, {
      resourceLimits: {
        stackSizeMb: STACK_MEGABYTES,
        maxOldGenerationSizeMb: this.#options.heapMegabytes,
      },
    });
    let reason = 'its thread ended';
    worker.on('message', (reply: ThreadReply) => this.#hear(reply));
    worker.on('error', (error: Error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reason = outOfMemory ? 'it needs too much memory' : error.message;
    });
    worker.on('exit', () => this.#ended(reason));
    return worker;
  }

  #hear(reply: ThreadReply): void {
    if (reply.kind === 'ready') {
      this.#ready = true;
      this.#send();
      return;
    }
    this.#sent.shift()?.done(reply);
    this.#watch();
    this.#send();
  }

  #send(): void {
    while (this.#ready && this.#sent.length < AT_HAND) {
      const task = this.#queue.shift();
      if (task === undefined) return;
      this.#sent.push(task);
      const message: ThreadTask = { object: task.object };
      this.#worker.postMessage(message);
      if (this.#sent.length === 1) this.#watch();
    }
  }

  /** The time of the oldest task begins now. */
  #watch(): void {
    this.#stopTimer();
    const [task] = this.#sent;
    if (task === undefined) return;
    this.#deadline = setTimeout(() => {
      this.#lateTask = task;
      void this.#worker.terminate();
    }, this.#options.deadlineMs);
  }

  #stopTimer(): void {
    clearTimeout(this.#deadline);
  }

  /** A thread ended by itself or by us: its oldest task pays for it, the others begin anew. */
  #ended(reason: string): void {
    this.#stopTimer();
    if (this.#over !== null) return;
    if (!this.#ready) {
      this.#finish(new Error(`The thread that reads definitions does not start: ${reason}`));
      return;
    }
    const [task, ...others] = this.#sent;
    const late = task !== undefined && task === this.#lateTask;
    const limit = `it takes longer than ${this.#options.deadlineMs / 1000} s`;
    task?.done({ kind: 'skipped', reason: late ? limit : reason });
    this.#sent = [];
    this.#queue.unshift(...others);
    this.#ready = false;
    this.#worker = this.#start();
  }

  #finish(error: Error): void {
    this.#over ??= error;
    this.#stopTimer();
    for (const task of [...this.#sent.splice(0), ...this.#queue.splice(0)]) task.failed(error);
  }
}
