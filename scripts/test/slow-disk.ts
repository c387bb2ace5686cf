import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Makes this process write to files one piece after the other, each slowly, as on a disk that is slower than what sends. */

const WRITE_MS = 2;

const any = await open(process.execPath);
const handles: { write: (...given: unknown[]) => Promise<unknown> } = Object.getPrototypeOf(any);
await any.close();
const { write } = handles;
let free: Promise<void> = Promise.resolve();
handles.write = async function slowly(...given) {
  free = free.then(() => pause(WRITE_MS));
  await free;
  return write.apply(this, given);
};
