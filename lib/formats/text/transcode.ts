import type { Encoding } from '@/lib/imports/row-choices';

/** Text in another encoding as UTF-8 without a byte order mark, chunk by chunk. What is no text in it becomes U+FFFD. */
export async function* transcode(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Exclude<Encoding, 'utf-8'>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const decode = decoderOf(encoding);
  for await (const chunk of bytes) yield encoder.encode(decode(chunk, true));
  yield encoder.encode(decode(new Uint8Array(), false));
}

function decoderOf(encoding: Exclude<Encoding, 'utf-8'>): (chunk: Uint8Array, more: boolean) => string {
  // Decoders take the name iso-8859-1 for windows-1252; in Latin-1 a byte is its own code point.
  if (encoding === 'iso-8859-1') return latin1;
  const decoder = new TextDecoder(encoding);
  return (chunk, more) => decoder.decode(chunk, { stream: more });
}

const PIECE = 8192;

function latin1(chunk: Uint8Array): string {
  let text = '';
  for (let i = 0; i < chunk.length; i += PIECE) text += String.fromCharCode(...chunk.subarray(i, i + PIECE));
  return text;
}
