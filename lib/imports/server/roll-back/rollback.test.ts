import { describe, expect, it } from 'vitest';
import { Import } from '@/lib/imports/contract';
import { extractCsv } from '@/scripts/test/extract-csv';
import { send } from '@/scripts/test/import-client';
import { importFiles } from '@/scripts/test/import-server';
import type { RowsStage } from '@/scripts/test/stage-rows';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const load = async (...call: Parameters<typeof import('@/scripts/test/stage-rows').importRows>) => {
  const done = await (await import('@/scripts/test/stage-rows')).importRows(...call);
  if (done.state !== 'succeeded') throw new Error(done.problem?.detail);
  return done.number ?? 0;
};
const stage = (dataset: string, rows: RowsStage['rows'], more: Partial<RowsStage> = {}): RowsStage => ({
  dataset,
  columns: { id: 'integer', value: 'text' },
  key: ['id'],
  mode: 'upsert',
  rows,
  ...more,
});

const post = (id: number | string, body: unknown = {}) =>
  send('POST', `${server.origin}/api/imports/${id}/rollback`, body, { Prefer: 'wait=60' });
/** Rolls an import back; what the preview says of the lineage must come. */
async function rollBack(id: number): Promise<Import> {
  const { lineage } = await get(`imports/${id}/rollback`);
  const answer = await post(id);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status}: ${text}`);
  const done = Import.parse(JSON.parse(text));
  expect(done.receipt?.lineage).toMatchObject(lineage);
  return done;
}
const get = async (path: string) => (await fetch(`${server.origin}/api/${path}`)).json();
/** `id=value` and the import it came from, by id. */
async function rowsOf(dataset: string, query = ''): Promise<string[]> {
  const page = await get(`datasets/${dataset}/rows?sort=id${query}`);
  return (page.items ?? [page.code]).map(
    (row: { values?: Record<string, unknown>; from?: { import: number } }) =>
      row.values === undefined ? row : `${row.values.id}=${row.values.value} #${row.from?.import}`,
  );
}

describe('rolling back an upsert', () => {
  it('restores, removes and keeps, as the preview said; the preview changes nothing', async () => {
    const a = await load({
      stages: [
        stage('main.a', [
          [1, 'one'],
          [2, 'two'],
          [3, 'three'],
        ]),
      ],
    });
    const b = await load({
      stages: [
        stage('main.a', [
          [1, 'ONE'],
          [2, 'TWO'],
          [4, 'four'],
          [5, 'five'],
        ]),
      ],
    });
    const c = await load({
      stages: [
        stage('main.a', [
          [2, 'zwei'],
          [5, 'fünf'],
        ]),
      ],
    });
    const before = await rowsOf('main.a');
    const preview = await get(`imports/${b}/rollback`);
    expect(preview).toEqual({
      import: b,
      lineage: { objects: { added: 0, removed: 0 } },
      restored: 1,
      removed: 1,
      kept: 2,
      parts: [{ dataset: 'main.a', restored: 1, removed: 1, kept: 2 }],
      keptRows: [
        { dataset: 'main.a', key: { id: '2' }, changedBy: c },
        { dataset: 'main.a', key: { id: '5' }, changedBy: c },
      ],
    });
    expect(await rowsOf('main.a')).toEqual(before);
    const done = await rollBack(b);
    expect(done).toMatchObject({
      kind: 'rollback',
      state: 'succeeded',
      rollsBack: b,
      receipt: {
        balanced: true,
        read: 3,
        updated: 1,
        inserted: 0,
        skipped: 2,
        ended: 1,
        rollback: { restored: 1, removed: 1, kept: 2 },
        datasets: [{ name: 'main.a', rowsBefore: 5, rowsAfter: 4 }],
      },
    });
    expect(await rowsOf('main.a')).toEqual([`1=one #${a}`, `2=zwei #${c}`, `3=three #${a}`, `5=fünf #${c}`]);
    expect(await rowsOf('main.a', `&snapshot=${c}`)).toEqual(before);
    expect(await get(`imports/${b}`)).toMatchObject({ rolledBackBy: done.number });
  });

  it('can be undone itself, and the other way round again', async () => {
    const a = await load({ stages: [stage('main.b', [[1, 'one']])] });
    const b = await load({
      stages: [
        stage('main.b', [
          [1, 'ONE'],
          [2, 'two'],
        ]),
      ],
    });
    const undo = await rollBack(b);
    expect(await rowsOf('main.b')).toEqual([`1=one #${a}`]);
    expect((await post(b)).status).toBe(409);
    const redo = await rollBack(undo.number ?? 0);
    expect(await rowsOf('main.b')).toEqual([`1=ONE #${b}`, `2=two #${b}`]);
    expect(await get(`imports/${b}`)).toMatchObject({ rolledBackBy: null });
    await rollBack(b);
    expect(await rowsOf('main.b')).toEqual([`1=one #${a}`]);
    expect((await rollBack(redo.number ?? 0)).receipt?.rollback).toMatchObject({
      restored: 0,
      removed: 0,
      kept: 2,
    });
  });

  it('takes several imports back in turn, newest first, to nothing at all', async () => {
    const a = await load({ stages: [stage('main.c', [[1, 'one']])] });
    const b = await load({
      stages: [
        stage('main.c', [
          [1, 'two'],
          [2, 'x'],
        ]),
      ],
    });
    await rollBack(b);
    const undo = await rollBack(a);
    expect(undo.receipt?.rollback).toMatchObject({ restored: 0, removed: 1, kept: 0 });
    expect(await rowsOf('main.c')).toEqual(['not-found']);
    expect(await get(`objects/datasets.main.c`)).toMatchObject({ code: 'not-found' });
    expect(await rowsOf('main.c', `&snapshot=${b}`)).toHaveLength(2);
    await rollBack(undo.number ?? 0);
    expect(await rowsOf('main.c')).toEqual([`1=one #${a}`]);
    expect(await get(`objects/datasets.main.c`)).toMatchObject({
      type: 'dataset',
      columns: [{ name: 'id' }, { name: 'value' }],
    });
  });
});

describe('rolling back other modes', () => {
  it('brings back what a replace ended, with or without a key', async () => {
    for (const [dataset, key] of [
      ['main.keyed', ['id']],
      ['main.heap', []],
    ] as const) {
      const a = await load({
        stages: [
          stage(
            dataset,
            [
              [1, 'a'],
              [2, 'b'],
            ],
            { key, mode: 'append' },
          ),
        ],
      });
      const b = await load({
        stages: [
          stage(
            dataset,
            [
              [2, 'b'],
              [3, 'c'],
            ],
            { key, mode: 'replace' },
          ),
        ],
      });
      expect(await rowsOf(dataset)).toHaveLength(2);
      await rollBack(b);
      expect(await rowsOf(dataset)).toEqual([`1=a #${a}`, `2=b #${a}`]);
    }
  });

  it('keeps a dataset that others have filled since, and takes a column that nobody has filled', async () => {
    const a = await load({ stages: [stage('main.d', [[1, 'a']])] });
    const wide = { columns: { id: 'integer', value: 'text', extra: 'integer' } as const };
    const b = await load({ stages: [stage('main.d', [[2, 'b', 7]], wide)] });
    const c = await load({ stages: [stage('main.d', [[3, 'c']])] });
    expect((await get('datasets/main.d')).columns).toHaveLength(3);
    await rollBack(b);
    expect((await get('datasets/main.d')).columns).toHaveLength(2);
    await rollBack(a);
    expect(await rowsOf('main.d')).toEqual([`3=c #${c}`]);
    const again = await load({
      stages: [stage('main.d', [[4, 'd', 'text now']], { columns: { ...wide.columns, extra: 'text' } })],
    });
    expect(await rowsOf('main.d')).toEqual([`3=c #${c}`, `4=d #${again}`]);
    expect((await get(`datasets/main.d/rows?sort=-id`)).items[0].values.extra).toBe('text now');
  });

  it('leaves a dataset of the same name alone that was made since', async () => {
    const a = await load({ stages: [stage('main.e', [[1, 'old']])] });
    const undo = await rollBack(a);
    const b = await load({ stages: [stage('main.e', [[9, 'new']])] });
    const redo = await rollBack(undo.number ?? 0);
    expect(redo.receipt?.rollback).toMatchObject({ restored: 0, removed: 0, kept: 1 });
    expect(await rowsOf('main.e')).toEqual([`9=new #${b}`]);
  });
});

describe('the lineage of a roll back', () => {
  const files = ['north.csv', 'south.csv'];
  const fileOf = (row: number) => (row === 0 ? 1 : 2);
  const preview = async (id: number) => (await get(`imports/${id}/rollback`)).lineage.objects;

  it('counts files that fed nothing else, files that feed again, and datasets that go', async () => {
    const first = await load({ files: ['first.csv'], stages: [stage('lin.a', [[1, 'one']])] });
    const rows: RowsStage['rows'] = [
      [1, 'ONE'],
      [2, 'two'],
    ];
    const second = await load({ files, stages: [stage('lin.a', rows, { fileOf })] });
    // The one row of first.csv comes back, and both files of the second go.
    expect(await preview(second)).toEqual({ added: 1, removed: 2 });
    const other = await load({ files: ['south.csv'], stages: [stage('lin.b', [[1, 'b']])] });
    // south.csv feeds another dataset of the schema.
    expect(await preview(second)).toEqual({ added: 1, removed: 1 });
    expect(await preview(other)).toEqual({ added: 0, removed: 1 });
    const undone = await rollBack(second);
    expect(await preview(undone.number ?? 0)).toEqual({ added: 1, removed: 1 });
    expect(await preview(first)).toEqual({ added: 0, removed: 2 });
    await rollBack(undone.number ?? 0);
    await rollBack(other);
  });
});

describe('rolling back an extract', () => {
  it('brings objects, definitions and edges back as they were, and what came later stays', async () => {
    const source = { source: 'shop' };
    const orders = { id: 1, name: 'orders', columns: ['id'] };
    const report = {
      id: 2,
      name: 'report',
      type: 'VIEW',
      definition: 'CREATE VIEW report AS SELECT 1',
      uses: [1],
    };
    const first = await importFiles(server.origin, extractCsv([orders, report]), source);
    const second = await importFiles(server.origin, extractCsv([orders]), source);
    expect(await get('objects/shop.dbo.report')).toMatchObject({ code: 'not-found' });
    const done = await rollBack(second.number ?? 0);
    expect(done.receipt?.lineage).toMatchObject({ objects: { added: 1 }, edges: { added: 1 } });
    expect(await get('objects/shop.dbo.report')).toMatchObject({
      definition: { text: 'CREATE VIEW report AS SELECT 1' },
      from: { import: first.number, file: 'objects.csv' },
    });
    const lineage = await get('lineage?object=shop.dbo.report&up=1&down=0');
    expect(lineage.edges[0].evidence[0].origin).toMatchObject({
      import: first.number,
      file: 'dependencies.csv',
    });
  });
});

describe('the call', () => {
  it('is refused for what changed nothing, and while another import runs; the same id is the same roll back', async () => {
    expect((await post(99_999)).status).toBe(404);
    const a = await load({ stages: [stage('main.f', [[1, 'a']])] });
    const id = crypto.randomUUID();
    const one = Import.parse(await (await post(a, { id, owner: 'Anna' })).json());
    const two = Import.parse(await (await post(a, { id, owner: 'Anna' })).json());
    expect(two).toMatchObject({ number: one.number, owner: { name: 'Anna' } });
    const failed = await (await import('@/scripts/test/stage-rows')).importRows({
      stages: [
        stage('main.f', [
          [1, 'a'],
          [1, 'b'],
        ]),
      ],
    });
    expect(await (await post(failed.number ?? 0)).json()).toMatchObject({ code: 'conflicting-state' });
    const b = await load({ stages: [stage('main.g', [[1, 'a']])] });
    const busy: unknown[] = [];
    await load({
      stages: [stage('main.g', [[2, 'b']])],
      before: async () => {
        busy.push(await (await post(b)).json());
      },
    });
    expect(busy).toEqual([expect.objectContaining({ code: 'import-busy', status: 409 })]);
  });
});
