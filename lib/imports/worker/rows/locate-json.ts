import { createReadStream } from 'node:fs';
import { type JsonPlace, JsonScanner } from '@/lib/formats/json/json-scanner';
import type { RecordPlace } from '../read-records';

/** Records of a JSON text by number (1-based, ascending), as they are written. */
export async function locateJson(
  path: string,
  kind: JsonPlace,
  records: readonly number[],
  mostBytes: number,
): Promise<Map<number, RecordPlace>> {
  const wanted = new Set(records);
  const found = new Map<number, RecordPlace>();
  let number = 0;
  const scanner = new JsonScanner(kind, ({ text, start, size, line }) => {
    number++;
    if (!wanted.has(number)) return;
    const raw = text.length > mostBytes ? `${text.slice(0, mostBytes)}… [of ${size} bytes]` : text;
    found.set(number, { line, byteOffset: start, raw });
  });
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    scanner.push(chunk as Uint8Array);
    if (found.size === wanted.size) return found;
  }
  scanner.end();
  return found;
}
