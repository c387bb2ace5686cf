import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { bundleForChild } from '@/scripts/test/typescript-child';

export type Browser = {
  /** The time that 95 % of requests for a page of rows take at most, in ms, one after the other until `until` is over, some at least. */
  latency(until: Promise<unknown>): Promise<number>;
  stop(): Promise<void>;
};

/** Somebody who reads `main.orders` in a process of their own, so that what else the measuring process does is not in the times. */
export async function startBrowser(origin: string): Promise<Browser> {
  const bundle = await bundleForChild('bench/imports/browse-process.ts');
  const child = spawn(process.execPath, [bundle, origin], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('The process that browses ended.');
    return value;
  };
  await nextLine();
  return {
    latency: async (until) => {
      child.stdin.write('begin\n');
      const end = () => child.stdin.write('end\n');
      until.then(end, end);
      return Number(await nextLine());
    },
    stop: async () => {
      child.stdin.end();
      await gone;
    },
  };
}
