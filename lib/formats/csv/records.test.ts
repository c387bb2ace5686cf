import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countRecords } from './count-records';
import type { CsvDialect } from './dialect';
import { locateRecords } from './locate-records';
import { rewriteRecords } from './rewrite-records';
import { splitRecords } from './split-records';

const dialect: CsvDialect = { delimiter: ',', quote: '"', bom: false };

/** The bytes in chunks that end anywhere. */
async function* chunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const count = (text: string, size = 3, given = dialect) =>
  countRecords(chunks(Buffer.from(text), size), given, () => undefined);

/** Records of cells, written as an exporter would: quoted where needed, any line end between records, blank lines here and there. */
const written = fc
  .record({
    rows: fc.array(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\n', '\r', '\r\n', '') }), {
        minLength: 2,
        maxLength: 3,
      }),
      { maxLength: 8 },
    ),
    ends: fc.array(fc.constantFrom('\n', '\r\n', '\n\n'), { minLength: 10, maxLength: 10 }),
    last: fc.boolean(),
    chunk: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ rows, ends, last, chunk }) => {
    const records = [['h1', 'h2'], ...rows].map((cells) =>
      cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
    );
    const text = records
      .map((record, index) => record + (last || index < records.length - 1 ? ends[index] : ''))
      .join('');
    return { text, records, chunk };
  });

describe('records of a CSV file', () => {
  test('are counted whatever is inside the quotes and wherever the chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ text, records, chunk }) => {
        const counted = await count(text, chunk);
        expect(counted.records).toBe(records.length - 1);
        expect(counted.unclosed).toBeNull();
        expect(counted.unusable).toEqual([]);
      }),
    );
  });

  const anything = fc.string({
    unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', '\\'),
    minLength: 1,
    maxLength: 60,
  });
  test.each<CsvDialect>([
    dialect,
    { ...dialect, escape: '\\' },
    { ...dialect, quote: '' },
    { ...dialect, delimiter: ' ' },
    { ...dialect, skipLines: 2 },
  ])('are the same wherever the chunks end, in %j', async (given) => {
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        expect(await count(text, 1000, given)).toEqual(await count(text, 1, given));
      }),
      { numRuns: 500 },
    );
  });

  test('are found again: text, line and byte offset', async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ text, records, chunk }) => {
        const bytes = Buffer.from(text);
        const wanted = records.map((_, index) => index).filter((index) => index % 2 === 1);
        const found = [];
        for await (const it of locateRecords(chunks(bytes, chunk), dialect, 'record', wanted, 10_000))
          found.push(it);
        expect(found.map((it) => it.record)).toEqual(wanted);
        for (const it of found) {
          expect(it.raw).toBe(records[it.record]);
          expect(bytes.subarray(it.byteOffset, it.byteOffset + Buffer.byteLength(it.raw)).toString()).toBe(
            it.raw,
          );
          const before = bytes.subarray(0, it.byteOffset).toString();
          expect(it.line).toBe(before.split(/\r\n|\r|\n/).length);
        }
      }),
    );
  });

  test('keep their cells when line ends are made one', async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ text, records, chunk }) => {
        const pieces = [];
        for await (const piece of rewriteRecords(chunks(Buffer.from(text), chunk), dialect, []))
          pieces.push(piece);
        const again = Buffer.concat(pieces).toString();
        expect((await count(again)).mixedLineEnds).toBe(false);
        const parse = (all: string) =>
          splitRecords(all, dialect, 1000).records.filter((cells) => cells.length > 1);
        expect(parse(again)).toEqual(parse(text));
        expect(parse(text)).toHaveLength(records.length);
      }),
    );
  });

  test('a quote that stays open is told with its place', async () => {
    expect(await count('a,b\n1,"x\n2,y\n')).toMatchObject({ unclosed: { line: 2, byteOffset: 4 } });
    expect((await count('a,b\n1,x"\n2,y\n')).unclosed).toBeNull();
  });

  test('text after a closing quote has no one meaning; spaces around quotes do not matter', async () => {
    const counted = await count('a,b\n1,"x"y\n2, "y" ,\n"3" 3,z\n4,"a""b"\n');
    expect(counted).toMatchObject({
      records: 4,
      unusable: [
        { position: 1, why: 'quotes' },
        { position: 3, why: 'quotes' },
      ],
    });
  });

  test('blank lines are no records, but keep their positions; unusable records become blank', async () => {
    const text = 'a,b\n\n1,"x"y\r\n\r\n2,z';
    expect(await count(text)).toMatchObject({ records: 2, blanks: 2, mixedLineEnds: true });
    const pieces = [];
    for await (const piece of rewriteRecords(chunks(Buffer.from(text), 4), dialect, [2])) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('a,b\n\n\n\n2,z\n');
    const found = [];
    for await (const it of locateRecords(chunks(Buffer.from(text), 4), dialect, 'position', [2, 4], 100))
      found.push(it);
    expect(found).toEqual([
      { record: 1, position: 2, line: 3, byteOffset: 5, raw: '1,"x"y' },
      { record: 2, position: 4, line: 5, byteOffset: 15, raw: '2,z' },
    ]);
  });

  test('a long text is cut, and says so', async () => {
    const found = [];
    const bytes = Buffer.from(`a,b\n1,${'x'.repeat(100)}\n`);
    for await (const it of locateRecords(chunks(bytes, 7), dialect, 'record', [1], 10)) found.push(it.raw);
    expect(found).toEqual(['1,xxxxxxxx… [92 more bytes]']);
  });

  test('a byte order mark belongs to no record', async () => {
    const text = '\ufeffa,b\n1,2\n';
    const given = { ...dialect, bom: true };
    expect(await count(text, 1, given)).toMatchObject({ records: 1 });
    const found = [];
    for await (const it of locateRecords(chunks(Buffer.from(text), 2), given, 'record', [0, 1], 100))
      found.push([it.byteOffset, it.raw]);
    expect(found).toEqual([
      [3, 'a,b'],
      [7, '1,2'],
    ]);
  });
});
