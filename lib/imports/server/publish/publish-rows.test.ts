import { describe, expect, it } from 'vitest';
import { quoteName } from '@/lib/workspace/quote';
import type { RowsStage } from '@/scripts/test/stage-rows';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const run = async (...call: Parameters<typeof import('@/scripts/test/stage-rows').importRows>) =>
  (await import('@/scripts/test/stage-rows')).importRows(...call);

const orders = (rows: RowsStage['rows'], more: Partial<RowsStage> = {}): RowsStage => ({
  dataset: 'main.orders',
  columns: { id: 'integer', total: 'decimal(10,2)', note: 'text' },
  rows,
  ...more,
});

/** Current rows of a dataset, each as one text, sorted; with the version columns that matter. */
async function rowsOf(dataset: string, sql = '_from, _file, _record, _line'): Promise<unknown[][]> {
  const { read } = await import('@/lib/workspace/server/read');
  const { findDataset } = await import('@/lib/datasets/server/find-datasets');
  return read(async (db) => {
    const found = await findDataset(db, dataset);
    if (found === undefined) return [];
    const own = found.columns.map((column) => quoteName(column.storedAs));
    const columns = await db.columns(
      `SELECT ${[...own, ...(sql === '' ? [] : [sql])].join(', ')} FROM ${found.table} WHERE _to IS NULL ORDER BY 1, _from, _record`,
    );
    const lists = Object.values(columns);
    return (lists[0] ?? []).map((_, row) => lists.map((list) => list[row]));
  });
}

const values = (dataset: string) => rowsOf(dataset, '');

describe('append', () => {
  it('creates the dataset, keeps where each row came from, and appends again', async () => {
    const first = await run({
      stages: [
        orders([
          [1, 10, 'a'],
          [2, 20, null],
        ]),
      ],
    });
    expect(first.problem).toBeNull();
    expect(first).toMatchObject({ state: 'succeeded', source: null });
    expect(first.receipt).toMatchObject({
      balanced: true,
      read: 2,
      inserted: 2,
      ended: 0,
      datasets: [
        {
          name: 'main.orders',
          created: true,
          columnsAdded: ['id', 'total', 'note'],
          rowsBefore: 0,
          rowsAfter: 2,
        },
      ],
      lineage: { objects: { added: 2 }, edges: { added: 1 } },
    });
    const n = first.number;
    expect(await rowsOf('main.orders')).toEqual([
      [1, '10.00', 'a', n, 1, 1, 2],
      [2, '20.00', null, n, 1, 2, 3],
    ]);
    const second = await run({ stages: [orders([[1, 10, 'a']], { dataset: 'MAIN.Orders' })] });
    expect(second.receipt).toMatchObject({
      inserted: 1,
      datasets: [{ name: 'main.orders', created: false, columnsAdded: [], rowsBefore: 2, rowsAfter: 3 }],
    });
    expect(await values('main.orders')).toHaveLength(3);
  });

  it('refuses keys that are there already, and changes nothing', async () => {
    const stage = orders([[1, 1, 'x']], { dataset: 'main.keyed', key: ['id'] });
    await run({ stages: [stage] });
    const again = await run({
      stages: [
        {
          ...stage,
          rows: [
            [1, 2, 'y'],
            [2, 2, 'y'],
          ],
        },
      ],
    });
    expect(again).toMatchObject({ state: 'failed', problem: { code: 'conflicting-state' } });
    expect(again.problem?.detail).toContain('1 of the keys are in main.keyed already');
    expect(await values('main.keyed')).toEqual([[1, '1.00', 'x']]);
    const more = await run({ stages: [{ ...stage, rows: [[2, 2, 'y']] }] });
    expect(more.receipt).toMatchObject({ inserted: 1, datasets: [{ rowsAfter: 2 }] });
  });
});

describe('upsert', () => {
  it('inserts, updates and leaves unchanged rows as they are, by a composite key and per file', async () => {
    const stage: RowsStage = {
      dataset: 'main.prices',
      columns: { shop: 'text', item: 'integer', price: 'integer' },
      key: ['shop', 'item'],
      mode: 'upsert',
      rows: [
        ['a', 1, 5],
        ['a', 2, 6],
        ['b', 1, 7],
      ],
    };
    const first = await run({ stages: [stage] });
    const second = await run({
      files: ['one.csv', 'two.csv'],
      stages: [
        {
          ...stage,
          rows: [
            ['a', 1, 5],
            ['a', 2, 66],
            ['b', 1, 77],
            ['c', 9, 9],
            ['c', 8, 8],
          ],
          fileOf: (row) => (row < 2 ? 1 : 2),
        },
      ],
    });
    expect(second.problem).toBeNull();
    expect(second.receipt).toMatchObject({
      inserted: 2,
      updated: 2,
      unchanged: 1,
      files: [
        { name: 'one.csv', read: 2, inserted: 0, updated: 1, unchanged: 1 },
        { name: 'two.csv', read: 3, inserted: 2, updated: 1, unchanged: 0 },
      ],
      datasets: [{ rowsBefore: 3, rowsAfter: 5 }],
    });
    expect(await rowsOf('main.prices', '_from, _file')).toEqual([
      ['a', 1, 5, first.number, 1],
      ['a', 2, 66, second.number, 1],
      ['b', 1, 77, second.number, 2],
      ['c', 9, 9, second.number, 2],
      ['c', 8, 8, second.number, 2],
    ]);
  });

  it('keeps the old value under a blank cell, or sets null, as was chosen', async () => {
    const stage = orders(
      [
        [1, 10, 'a'],
        [2, 20, 'b'],
      ],
      { dataset: 'main.blank', key: ['id'], mode: 'upsert' },
    );
    await run({ stages: [stage] });
    const blank = {
      ...stage,
      rows: [
        [1, null, 'new'],
        [2, null, null],
      ],
    };
    const kept = await run({ stages: [blank], choices: { blankCells: 'keep' } });
    expect(kept.receipt).toMatchObject({ updated: 1, unchanged: 1 });
    expect(await values('main.blank')).toEqual([
      [1, '10.00', 'new'],
      [2, '20.00', 'b'],
    ]);
    const nulled = await run({ stages: [blank] });
    expect(nulled.receipt).toMatchObject({ updated: 2, unchanged: 0 });
    expect(await values('main.blank')).toEqual([
      [1, null, 'new'],
      [2, null, null],
    ]);
  });

  it('does not touch columns that the file does not have', async () => {
    const stage = orders([[1, 10, 'a']], { dataset: 'main.narrow', key: ['id'], mode: 'upsert' });
    await run({ stages: [stage] });
    const narrow = {
      ...stage,
      columns: { id: 'integer', note: 'text' } as const,
      rows: [
        [1, 'z'],
        [2, 'y'],
      ],
    };
    expect((await run({ stages: [narrow] })).receipt).toMatchObject({ updated: 1, inserted: 1 });
    expect(await values('main.narrow')).toEqual([
      [1, '10.00', 'z'],
      [2, null, 'y'],
    ]);
  });

  it('gives a dataset its key when the rows allow it, and says why not otherwise', async () => {
    const stage = orders(
      [
        [1, 1, 'a'],
        [1, 2, 'b'],
        [2, 3, 'c'],
      ],
      { dataset: 'main.later' },
    );
    await run({ stages: [stage] });
    const upsert = { ...stage, mode: 'upsert' as const, rows: [[2, 4, 'c']] };
    const refused = await run({ stages: [{ ...upsert, key: ['id'] }] });
    expect(refused.problem?.detail).toContain('main.later has rows with the same or no id');
    const allowed = await run({ stages: [{ ...upsert, key: ['NOTE'] }] });
    expect(allowed.receipt).toMatchObject({ updated: 1 });
    const other = await run({ stages: [{ ...upsert, key: ['total'] }] });
    expect(other.problem?.detail).toContain('main.later has the key note');
  });
});

describe('replace', () => {
  it('ends what is absent and rewrites only what changed, with a key', async () => {
    const stage = orders(
      [
        [1, 1, 'a'],
        [2, 2, 'b'],
        [3, 3, 'c'],
      ],
      {
        dataset: 'main.replaced',
        key: ['id'],
        mode: 'replace',
      },
    );
    const first = await run({ stages: [stage] });
    const second = await run({
      stages: [
        {
          ...stage,
          rows: [
            [1, 1, 'a'],
            [2, 2, 'B'],
            [4, 4, 'd'],
          ],
        },
      ],
    });
    expect(second.receipt).toMatchObject({
      inserted: 1,
      updated: 1,
      unchanged: 1,
      ended: 1,
      datasets: [{ rowsBefore: 3, rowsAfter: 3 }],
    });
    expect(await rowsOf('main.replaced', '_from')).toEqual([
      [1, '1.00', 'a', first.number],
      [2, '2.00', 'B', second.number],
      [4, '4.00', 'd', second.number],
    ]);
  });

  it('replaces all rows without a key', async () => {
    const stage = orders(
      [
        [1, 1, 'a'],
        [1, 1, 'a'],
      ],
      { dataset: 'main.heap', mode: 'replace' },
    );
    await run({ stages: [stage] });
    const again = await run({ stages: [{ ...stage, rows: [[1, 1, 'a']] }] });
    expect(again.receipt).toMatchObject({ inserted: 1, ended: 2, datasets: [{ rowsAfter: 1 }] });
  });
});

describe('a dry run', () => {
  it('counts what would happen, changes nothing and is no snapshot', async () => {
    const stage = orders(
      [
        [1, 1, 'a'],
        [2, 2, 'b'],
      ],
      { dataset: 'main.dry', key: ['id'], mode: 'upsert' },
    );
    const made = await run({ stages: [stage], choices: { dryRun: true } });
    expect(made).toMatchObject({
      state: 'succeeded',
      dryRun: true,
      receipt: { inserted: 2, datasets: [{ created: true, rowsAfter: 2 }] },
    });
    expect(await values('main.dry')).toEqual([]);
    const real = await run({ stages: [stage] });
    const wide = { ...stage, columns: { ...stage.columns, id: 'bigint', more: 'text' } as const };
    const tried = await run({
      stages: [
        {
          ...wide,
          rows: [
            [1, 1, 'a', null],
            [2, 3, 'b', 'x'],
            [3, 3, 'c', null],
          ],
        },
      ],
      choices: { dryRun: true },
    });
    expect(tried.receipt).toMatchObject({ inserted: 1, updated: 1, unchanged: 1 });
    expect(await values('main.dry')).toEqual([
      [1, '1.00', 'a'],
      [2, '2.00', 'b'],
    ]);
    const get = async (path: string) => (await fetch(`${server.origin}/api/${path}`)).json();
    expect((await get('snapshots')).items[0].number).toBe(real.number);
    expect((await get(`datasets/main.dry?snapshot=${tried.number}`)).code).toBe('stale-snapshot');
    expect(await get(`imports/${tried.number}`)).toMatchObject({ state: 'succeeded', dryRun: true });
    expect((await get(`imports/${tried.number}/rollback`)).code).toBe('conflicting-state');
    const again = await run({ stages: [{ ...wide, rows: [[2, 3, 'b', 'x']] }] });
    expect(again.receipt).toMatchObject({ updated: 1, datasets: [{ columnsAdded: ['more'] }] });
  });
});

describe('columns', () => {
  it('adds new ones and widens types; a narrower type fails as a whole', async () => {
    const stage = orders([[1, 1, 'a']], { dataset: 'main.wide', key: ['id'], mode: 'upsert' });
    await run({ stages: [stage] });
    const wider = await run({
      stages: [
        {
          ...stage,
          columns: { id: 'bigint', total: 'decimal(12,3)', note: 'text', 'new "col"': 'json' },
          rows: [['9007199254740993', 2.125, 'b', '{"a":1}']],
        },
      ],
    });
    expect(wider.problem).toBeNull();
    expect(wider.receipt).toMatchObject({ inserted: 1, datasets: [{ columnsAdded: ['new "col"'] }] });
    expect(await values('main.wide')).toEqual([
      [1, '1.000', 'a', null],
      ['9007199254740993', '2.125', 'b', '{"a":1}'],
    ]);
    const narrow = await run({
      stages: [{ ...stage, columns: { id: 'integer', total: 'integer' }, rows: [[1, 1]] }],
    });
    expect(narrow.problem?.detail).toContain('The column id of main.wide has the type bigint');
    expect(await values('main.wide')).toHaveLength(2);
  });
});

describe('a stage that breaks the rules', () => {
  it.each([
    [
      'a key that is staged twice',
      {
        key: ['id'],
        rows: [
          [1, 1, 'a'],
          [1, 2, 'b'],
        ],
      },
    ],
    ['a row without a key', { key: ['id'], rows: [[null, 1, 'a']] }],
    ['a column of ours', { columns: { _FILE: 'text' } as const, rows: [['a']] }],
  ])('is not published: %s', async (name, more) => {
    const dataset = `main.${name.replaceAll(' ', '_')}`;
    const ended = await run({
      stages: [orders([], { mode: 'upsert', ...more, dataset } as Partial<RowsStage>)],
    });
    expect(ended).toMatchObject({ state: 'failed', problem: { code: 'internal' } });
    expect(await values(dataset)).toEqual([]);
  });
});
