import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { MultipartParts } from './multipart-parts';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

const BOUNDARY = 'b';
const PIECE = new Uint8Array(1024).fill(97);

test('what is held of a body does not grow with its length', async () => {
  const headers = new Headers({ 'content-type': `multipart/form-data; boundary=${BOUNDARY}` });
  let received = 0;
  const parts = new MultipartParts(headers, {
    onField: () => undefined,
    onFile: async (_, bytes) => {
      for await (const piece of bytes) received += piece.length;
    },
  });
  const write = (text: string) => parts.write(new TextEncoder().encode(text));
  const pieces = async (count: number) => {
    for (let piece = 0; piece < count; piece++) await parts.write(PIECE);
    gc();
    return process.memoryUsage().heapUsed;
  };
  await write(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\n`);
  const before = await pieces(2000);
  const after = await pieces(40_000);
  await write(`\r\n--${BOUNDARY}--\r\n`);
  await parts.end();
  expect(received).toBe(42_000 * PIECE.length);
  expect(after - before).toBeLessThan(2_000_000);
});
