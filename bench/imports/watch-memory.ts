import { readdir, readFile, writeFile } from 'node:fs/promises';

const EVERY_MS = 100;

const status = async (pid: number, field: 'VmHWM' | 'VmRSS') => {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) * 1024;
};

/** Watches the memory of a process and its children from now on: peaks in bytes, of the process above what it has now. */
export async function watchMemory(pid: number) {
  await writeFile(`/proc/${pid}/clear_refs`, '5');
  const idle = await status(pid, 'VmRSS');
  let worker = 0;
  const lookAtChildren = async () => {
    const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
    for (const thread of threads) {
      const children = await readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '');
      for (const child of children.trim().split(' ').filter(Boolean))
        worker = Math.max(worker, await status(Number(child), 'VmHWM'));
    }
  };
  const timer = setInterval(() => void lookAtChildren(), EVERY_MS);
  return {
    peaks: async () => ({ worker, server: (await status(pid, 'VmHWM')) - idle }),
    stop: () => clearInterval(timer),
  };
}
