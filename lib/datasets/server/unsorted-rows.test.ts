import { expect, it } from 'vitest';
import { z } from 'zod';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const Page = z.object({
  items: z.array(z.object({ from: z.object({ import: z.int(), file: z.string(), record: z.int() }) })),
  total: z.int(),
  nextCursor: z.string().nullable(),
});

/** More than the engine works through at a time in one thread. */
const RECORDS = 65_000;
const PAGE = 1000;

it('rows that nobody sorted come in the order of their imports, each once, and in the same order when they are asked for again', async () => {
  const file = (name: string, first: number, step = 1, records = RECORDS) => ({
    name,
    bytes: Buffer.from(
      `id,amount\n${Array.from({ length: records }, (_, i) => `${first + i * step},${(first + i) % 97}\n`).join('')}`,
    ),
  });
  const load = (...files: ReturnType<typeof file>[]) =>
    importFiles(server.origin, files, { dataset: 'many', mode: 'upsert', key: 'id' });
  expect(await load(file('a.csv', 1), file('b.csv', RECORDS + 1))).toMatchObject({ state: 'succeeded' });
  // Some of them change, at places all over the table, and some come anew.
  const changed = await load(file('c.csv', 7, 25, 6000));
  expect(changed.receipt?.updated).toBeGreaterThan(1000);
  expect(changed.receipt?.inserted).toBeGreaterThan(500);

  const places = await allPlaces();
  expect(places).toHaveLength(2 * RECORDS + (changed.receipt?.inserted ?? 0));
  expect(new Set(places.map((place) => place.join()))).toHaveProperty('size', places.length);
  const imports = places.map(([number]) => number);
  expect(imports).toEqual(imports.toSorted((a, b) => a - b));
  expect(await allPlaces()).toEqual(places);
}, 240_000);

/** Import, file and record of all rows, page by page. */
async function allPlaces(): Promise<Array<[number, string, number]>> {
  const places: Array<[number, string, number]> = [];
  let cursor = '';
  do {
    const answer = await fetch(`${server.origin}/api/datasets/many/rows?limit=${PAGE}${cursor}`);
    const page = Page.parse(await answer.json());
    for (const { from } of page.items) places.push([from.import, from.file, from.record]);
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
  } while (cursor !== '');
  return places;
}
