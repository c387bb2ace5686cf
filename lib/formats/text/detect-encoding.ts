import type { Encoding } from '@/lib/imports/row-choices';

const SAMPLE = 64 * 1024;
/** This share of zero bytes at every second place is text in UTF-16 without a mark. */
const ZEROS = 0.4;

/**
 * The encoding of a text by its first bytes: a byte order mark, else zero bytes at every second place, else whether it is
 * UTF-8. Plain ASCII is UTF-8. `bom` is the length of the mark in bytes.
 */
export function detectEncoding(head: Uint8Array): { encoding: Encoding; bom: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  const sample = head.subarray(0, SAMPLE);
  if (sample.includes(0)) {
    const zeros = [0, 0];
    for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
    const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
    if (odd >= ZEROS && even < odd / 4) return { encoding: 'utf-16le', bom: 0 };
    if (even >= ZEROS && odd < even / 4) return { encoding: 'utf-16be', bom: 0 };
  }
  return { encoding: isUtf8Head(head) ? 'utf-8' : singleByte(head), bom: 0 };
}

/** UTF-8 when its sequences outnumber the bytes that fit none: single broken bytes are broken records, not another encoding. */
function isUtf8Head(head: Uint8Array): boolean {
  if (isWhollyUtf8(head)) return true;
  let sequences = 0;
  let strays = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i] ?? 0;
    if (byte < 0x80) continue;
    const follow = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    // A sequence that the end of the sample cuts is no fault.
    const rest = head.subarray(i + 1, i + 1 + follow);
    if (byte < 0xf5 && follow > 0 && rest.every((next) => next >= 0x80 && next < 0xc0)) {
      sequences++;
      i += follow;
    } else strays++;
  }
  return strays === 0 || sequences > strays;
}

/** The platform's own decoder tells it at once for nearly every file; a sequence that the end cuts is no fault. */
function isWhollyUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Bytes 0x80 to 0x9f are control characters in Latin-1 but letters and quotes in Windows-1252. */
function singleByte(head: Uint8Array): Encoding {
  return head.some((byte) => byte >= 0x80 && byte <= 0x9f) ? 'windows-1252' : 'iso-8859-1';
}
