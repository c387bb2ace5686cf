import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Makes each write of this process to a file take longer, as on a disk that is slower than what sends. */

const WRITE_MS = 2;

const any = await open(process.execPath);
const handles: { write: (...given: unknown[]) => Promise<unknown> } = Object.getPrototypeOf(any);
await any.close();
const { write } = handles;
handles.write = async function slowly(...given) {
  await pause(WRITE_MS);
  return write.apply(this, given);
};
