import { beforeAll, describe, expect, it } from 'vitest';
import type { RowsStage } from '@/scripts/test/stage-rows';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();
const stage: RowsStage = {
  dataset: 'main.sales',
  columns: {
    id: 'bigint',
    'unit price': 'decimal(10,2)',
    region: 'text',
    day: 'date',
    at: 'timestamp',
    seen: 'timestamptz',
    size: 'double',
    ok: 'boolean',
    bytes: 'blob',
  },
  key: ['id'],
  mode: 'upsert',
  rows: [
    [1, 9.5, 'North West', '2024-01-01', '2024-01-01 10:00:00', '2024-01-01 10:00:00+00', 1.5, true, 'ab'],
    ['9007199254740993', 20, 'South', '2024-02-01', null, null, null, false, null],
    [3, 2000.25, null, '2024-03-01', null, null, null, null, null],
    [4, 30, 'south, "deep"', '2024-03-02', null, null, null, null, null],
  ],
};
let first = 0;
let second = 0;

beforeAll(async () => {
  const { importRows } = await import('@/scripts/test/stage-rows');
  first = (await importRows({ files: ['jan.csv'], stages: [stage] })).number ?? 0;
  const change = { ...stage, rows: [[3, 7, 'East', '2024-03-01', null, null, null, null, null]] };
  second = (await importRows({ files: ['feb.csv'], stages: [change] })).number ?? 0;
});

async function get(path: string) {
  const response = await fetch(`${server.origin}/api/datasets${path}`);
  return { status: response.status, body: await response.json() };
}
const rows = async (query: Record<string, string> = {}) =>
  (await get(`/main.sales/rows?${new URLSearchParams(query)}`)).body;
const ids = (page: { items: Array<{ values: { id: string } }> }) => page.items.map((row) => row.values.id);

describe('datasets', () => {
  it('are listed with their rows, key and imports, as of any snapshot', async () => {
    expect((await get('')).body).toMatchObject({
      snapshot: second,
      total: 1,
      items: [
        {
          name: 'main.sales',
          rows: 4,
          columns: 9,
          key: ['id'],
          created: { import: first },
          changed: { import: second },
        },
      ],
    });
    expect((await get(`?snapshot=${first}`)).body).toMatchObject({ items: [{ changed: { import: first } }] });
    expect((await get('?q=SAL')).body.total).toBe(1);
    expect((await get('?q=other')).body.total).toBe(0);
  });

  it('tell their columns', async () => {
    const { body } = await get('/MAIN.sales');
    expect(body).toMatchObject({ name: 'main.sales', rows: 4, loads: 2, readers: 0 });
    expect(body.columns[1]).toEqual({ name: 'unit price', type: 'decimal(10,2)', isKey: false });
    expect(body.columns[0]).toMatchObject({ isKey: true });
    expect((await get('/sales')).status).toBe(200);
    expect((await get('/main.nothing')).body).toMatchObject({ code: 'not-found', status: 404 });
    expect((await get('/main.sales?snapshot=99')).body).toMatchObject({ code: 'stale-snapshot' });
  });
});

describe('rows', () => {
  it('carry every type without loss, and where they came from', async () => {
    const page = await rows({ sort: 'id' });
    expect(page.items[0]).toEqual({
      values: {
        id: '1',
        'unit price': '9.50',
        region: 'North West',
        day: '2024-01-01',
        at: '2024-01-01 10:00:00',
        seen: '2024-01-01T10:00:00.000Z',
        size: 1.5,
        ok: true,
        bytes: 'YWI=',
      },
      from: { import: first, file: 'jan.csv', record: 1, line: 2 },
    });
    expect(page.items[1]).toMatchObject({
      values: { id: '3' },
      from: { import: second, file: 'feb.csv', record: 1 },
    });
    expect(page.items[3].values.id).toBe('9007199254740993');
  });

  it('are filtered and sorted by typed values', async () => {
    expect(
      ids(await rows({ filter: '"unit price" >= 9.5 and region is not empty', sort: '-unit price' })),
    ).toEqual(['4', '9007199254740993', '1']);
    expect(ids(await rows({ filter: 'region = North West' }))).toEqual(['1']);
    expect(ids(await rows({ filter: "region contains 'SOUTH'", sort: 'id' }))).toEqual([
      '4',
      '9007199254740993',
    ]);
    expect(ids(await rows({ filter: 'day > 2024-02-28', sort: '["-day"]' }))).toEqual(['4', '3']);
    expect(await rows({ filter: 'id = 9007199254740993' })).toMatchObject({ total: 1, rows: 4 });
  });

  it('are those of the snapshot that was asked for', async () => {
    expect((await rows({ snapshot: String(first), filter: 'id = 3' })).items[0]).toMatchObject({
      values: { 'unit price': '2000.25', region: null },
      from: { import: first },
    });
  });

  it('come in pages that stay on their snapshot, and from any offset', async () => {
    const one = await rows({ sort: '-id', limit: '3' });
    expect(one).toMatchObject({ total: 4, offset: 0, nextCursor: `${second}.3` });
    const two = await rows({ sort: '-id', limit: '3', cursor: one.nextCursor });
    expect([...ids(one), ...ids(two)]).toEqual(['9007199254740993', '4', '3', '1']);
    expect(two).toMatchObject({ offset: 3, nextCursor: null });
    expect(ids(await rows({ sort: '-id', limit: '1', offset: '2' }))).toEqual(['3']);
  });

  it.each([
    [{ filter: 'nothing = 1' }, 'has no column'],
    [{ filter: 'id = x' }, 'is not a bigint'],
    [{ filter: 'id =' }, 'a value is expected here'],
    [{ sort: 'id,-no' }, 'has no column'],
    [{ sort: '[1]' }, 'a comma list of columns'],
    [{ cursor: '1' }, 'take it from nextCursor'],
    [{ filter: "region = 'x'' OR 1=1 --'" }, null],
    [{ filter: "region = '\"; DROP TABLE datasets; --'" }, null],
  ])('are refused, or empty, for %j', async (query, reason) => {
    const page = await rows(query as Record<string, string>);
    if (reason === null) expect(page).toMatchObject({ total: 0, rows: 4 });
    else expect(page).toMatchObject({ code: 'invalid-request', detail: expect.stringContaining(reason) });
  });
});
