import { expect, test } from 'vitest';
import { peekFields } from './peek-fields';

const part = (name: string, value: string) =>
  `--xyz\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = `--xyz\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\n${'a,b\n'.repeat(50_000)}\r\n`;

function requestOf(body: ReadableStream<Uint8Array> | string, type = 'multipart/form-data; boundary=xyz') {
  const init = { method: 'POST', headers: { 'Content-Type': type }, body, duplex: 'half' };
  return new Request('http://localhost/api/imports', init as RequestInit);
}

function inPieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

test.each([13, 1000, 1_000_000])(
  'the fields before the first file, in pieces of %i; the body stays whole',
  async (size) => {
    const text = `${part('dryRun', 'true')}${part('key', 'id')}${file}${part('late', 'x')}--xyz--\r\n`;
    const { fields, request } = await peekFields(requestOf(inPieces(text, size)));
    expect(fields).toMatchObject({ dryRun: 'true', key: 'id' });
    expect(await request.text()).toBe(text);
  },
);

test('a body that is none, or a sender that falls silent, has no fields, and is read on by others', async () => {
  expect((await peekFields(requestOf('plain', 'text/plain'))).fields).toEqual({});
  const broken = await peekFields(requestOf('--xyz\r\nno header at all\r\n\r\n'));
  expect(await broken.request.text()).toContain('no header');
  let goOn = () => {};
  const silent = new ReadableStream<Uint8Array>({
    start(controller) {
      goOn = () => {
        controller.enqueue(new TextEncoder().encode('later'));
        controller.close();
      };
    },
  });
  const { fields, request } = await peekFields(requestOf(silent), { patienceMs: 20 });
  expect(fields).toEqual({});
  goOn();
  expect(await request.text()).toBe('later');
});
