import { expect, test } from 'vitest';
import { detectFormat } from './detect-format';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const detect = (text: string) => detectFormat(bytes(text.slice(0, 64)), bytes(text.slice(-4)), text.length);

test('Parquet has its magic at both ends; text is CSV', () => {
  expect(detect('PAR1 pages and footer PAR1')).toEqual({ kind: 'format', format: 'parquet' });
  expect(detect('object_id,definition\n1,x\n')).toEqual({ kind: 'format', format: 'csv' });
  expect(detect('PAR2,a\n')).toEqual({ kind: 'format', format: 'csv' });
});

test.each([
  ['', 'unreadable-file', 'is empty'],
  ['PAR1 pages and no end', 'unreadable-file', 'its end is missing'],
  ['PAR1', 'unreadable-file', 'its end is missing'],
  ['PAR1 pages PARE', 'unreadable-file', 'encrypted'],
  ['PK\x03\x04', 'unrecognised-file', 'a zip archive'],
  ['\x1f\x8b\x08', 'unrecognised-file', 'a gzip file'],
  ['\xff\xfea\0', 'unrecognised-file', 'UTF-16'],
  ['a\0b', 'unrecognised-file', 'neither Parquet nor text'],
])('%j is a problem', (text, code, reason) => {
  expect(detect(text)).toMatchObject({ kind: 'problem', code, reason: expect.stringContaining(reason) });
});
