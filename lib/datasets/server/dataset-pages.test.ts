import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RowsStage } from '@/scripts/test/stage-rows';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();
const stage: RowsStage = {
  dataset: 'main.t',
  columns: {
    id: 'bigint',
    price: 'decimal(10,2)',
    wide: 'decimal(38,9)',
    huge: 'hugeint',
    name: 'text',
    day: 'date',
    at: 'timestamp',
    seen: 'timestamptz',
    size: 'double',
    ok: 'boolean',
    bytes: 'blob',
    doc: 'json',
  },
  key: ['id'],
  mode: 'upsert',
  rows: [
    [
      ...[
        '9007199254740993',
        -9.5,
        '-12345678901234567890.123456789',
        '-170141183460469231731687303715884105727',
      ],
      ...[
        '=SUM(A1)',
        '1969-12-31',
        '1969-12-31 23:59:59.123456',
        '2024-01-01 10:00:00.5+00',
        1.5,
        true,
        'ab',
        '{"a": [1]}',
      ],
    ],
    [2, null, null, null, 'a,"b"\nc', null, null, null, null, false, null, null],
    [3, 30, null, null, '', '2024-02-29', null, null, -2.25, null, null, null],
  ],
};
const narrow = (rows: RowsStage['rows']): RowsStage => ({
  ...stage,
  columns: { id: 'bigint', name: 'text' },
  rows,
});
let first = 0;
let second = 0;
let undo = 0;

beforeAll(async () => {
  const { importRows } = await import('@/scripts/test/stage-rows');
  first = (await importRows({ files: ['one.csv'], stages: [stage] })).number ?? 0;
  second =
    (
      await importRows({
        files: ['two.csv'],
        stages: [
          narrow([
            [2, 'changed'],
            [4, 'new'],
          ]),
        ],
      })
    ).number ?? 0;
  const answer = await fetch(`${server.origin}/api/imports/${second}/rollback`, {
    method: 'POST',
    headers: { Prefer: 'wait=60', 'Content-Type': 'application/json' },
    body: '{}',
  });
  undo = (await answer.json()).number;
});

const url = (path: string, query: Record<string, string>) =>
  `${server.origin}/api/datasets/main.t/${path}?${new URLSearchParams(query)}`;
const get = async (path: string, query: Record<string, string> = {}) =>
  (await fetch(url(path, query))).json();
const download = (query: Record<string, string>) => fetch(url('export', { sort: 'id', ...query }));

describe('export', () => {
  it('gives CSV without loss, and one that no spreadsheet takes for formulas', async () => {
    const answer = await download({ format: 'csv' });
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=t.csv');
    expect(answer.headers.get('content-security-policy')).toBe('sandbox');
    expect((await answer.text()).split('\r\n')).toEqual([
      'id,price,wide,huge,name,day,at,seen,size,ok,bytes,doc',
      '2,,,,"a,""b""\nc",,,,,false,,',
      '3,30.00,,,"",2024-02-29,,,-2.25,,,',
      '9007199254740993,-9.50,-12345678901234567890.123456789,-170141183460469231731687303715884105727,=SUM(A1),1969-12-31,1969-12-31 23:59:59.123456,2024-01-01 10:00:00.5+00,1.5,true,YWI=,"{""a"": [1]}"',
      '',
    ]);
    const safe = await (await download({ format: 'csv', safe: 'true' })).text();
    expect(safe).toContain(",'=SUM(A1),");
    expect(safe).toContain(',-9.50,');
  });

  it('gives JSON and NDJSON of the rows that match', async () => {
    const rows = await (await download({ format: 'json' })).json();
    expect(rows).toHaveLength(3);
    expect(rows[2]).toMatchObject({
      id: '9007199254740993',
      price: '-9.50',
      size: 1.5,
      ok: true,
      doc: '{"a": [1]}',
    });
    const lines = await (await download({ format: 'ndjson', filter: 'id > 2' })).text();
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['3', '9007199254740993']);
    expect(await (await download({ format: 'json', filter: 'id < 0' })).json()).toEqual([]);
  });

  it('gives Parquet that another reader sees as the same values and types', async () => {
    const file = join(server.workspace, 'export.parquet');
    await writeFile(file, new Uint8Array(await (await download({ format: 'parquet' })).arrayBuffer()));
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const types = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${file}'`);
    expect(types.getRows().map((row) => row[1])).toEqual([
      ...['BIGINT', 'DECIMAL(10,2)', 'DECIMAL(38,9)', 'VARCHAR', 'VARCHAR', 'DATE', 'TIMESTAMP'],
      ...['TIMESTAMP WITH TIME ZONE', 'DOUBLE', 'BOOLEAN', 'BLOB', 'VARCHAR'],
    ]);
    const rows = await connection.runAndReadAll(
      `SELECT COLUMNS(*)::VARCHAR FROM (SELECT * EXCLUDE seen FROM '${file}')`,
    );
    expect(rows.getRows()).toEqual([
      ['2', null, null, null, 'a,"b"\nc', null, null, null, 'false', null, null],
      ['3', '30.00', null, null, '', '2024-02-29', null, '-2.25', null, null, null],
      [
        ...['9007199254740993', '-9.50', '-12345678901234567890.123456789'],
        ...[
          '-170141183460469231731687303715884105727',
          '=SUM(A1)',
          '1969-12-31',
          '1969-12-31 23:59:59.123456',
        ],
        ...['1.5', 'true', 'ab', '{"a": [1]}'],
      ],
    ]);
    connection.closeSync();
    instance.closeSync();
  });

  it('refuses before the first byte', async () => {
    expect((await download({ filter: 'nothing = 1' })).status).toBe(400);
    expect((await download({ snapshot: '99' })).status).toBe(410);
    expect((await download({ format: 'xlsx' })).status).toBe(400);
  });

  it('frees its connection when the reader goes away', async () => {
    for (let n = 0; n < 20; n += 1) {
      const answer = await download({ format: 'ndjson' });
      await answer.body?.cancel();
    }
    expect((await get('rows')).total).toBe(3);
  });
});

describe('history', () => {
  it('has every version of a row with the import it came from', async () => {
    const { versions } = await get('history', { key: '{"id":"2"}' });
    expect(versions.map((one: Record<string, unknown>) => ({ ...one, values: undefined }))).toMatchObject([
      { from: undo, to: null, origin: { import: first, file: 'one.csv', record: 2, line: 3 } },
      { from: second, to: undo, origin: { import: second, file: 'two.csv', record: 1 } },
      { from: first, to: second, origin: { import: first } },
    ]);
    expect(versions[1].values).toMatchObject({ id: '2', name: 'changed' });
    expect((await get('history', { key: '{"id":77}' })).versions).toEqual([]);
    expect(await get('history', { key: '{"name":"x"}' })).toMatchObject({ code: 'invalid-request' });
    expect(await get('history', { key: '[' })).toMatchObject({ code: 'invalid-request' });
  });

  it('has the imports that loaded the dataset, newest first', async () => {
    const { loads } = await get('history');
    expect(loads).toMatchObject([
      { import: undo, kind: 'rollback', updated: 1, rowsBefore: 4, rowsAfter: 3 },
      {
        import: second,
        kind: 'import',
        files: ['two.csv'],
        inserted: 1,
        updated: 1,
        rowsBefore: 3,
        rowsAfter: 4,
      },
      { import: first, inserted: 3, rowsAfter: 3 },
    ]);
    expect((await get('history', { snapshot: String(first) })).loads).toHaveLength(1);
  });
});

describe('compare', () => {
  it('tells rows that were added, changed and removed, with the columns that differ', async () => {
    const up = await get('compare', { from: String(first), to: String(second) });
    expect(up).toMatchObject({ added: 1, changed: 1, removed: 0 });
    const changed = up.items.find((one: { change: string }) => one.change === 'changed');
    expect(changed).toMatchObject({
      columns: ['name'],
      before: { values: { id: '2', name: 'a,"b"\nc' }, from: { import: first } },
      after: { values: { id: '2', name: 'changed' }, from: { import: second, file: 'two.csv' } },
    });
    const down = await get('compare', { from: String(second), change: 'removed' });
    expect(down).toMatchObject({ to: undo, removed: 1, items: [{ change: 'removed', after: null }] });
    expect(await get('compare', { from: String(first), to: String(undo) })).toMatchObject({
      ...{ added: 0, changed: 0, removed: 0, items: [] },
    });
    const page = await get('compare', { from: String(first), to: String(second), limit: '1' });
    expect(page.items).toHaveLength(1);
    const rest = await get('compare', {
      from: String(first),
      to: String(second),
      limit: '1',
      cursor: page.nextCursor,
    });
    expect(rest).toMatchObject({ nextCursor: null });
    expect(await get('compare', { from: String(second), to: String(first) })).toMatchObject({
      code: 'invalid-request',
    });
  });
});

describe('profile', () => {
  it('tells fill, distinct values, range and shape of each column', async () => {
    const profile = await get('profile');
    expect(profile).toMatchObject({ rows: 3, sampled: 3 });
    const of = (name: string) => profile.columns.find((one: { name: string }) => one.name === name);
    expect(of('price')).toMatchObject({
      filled: 2,
      distinct: 2,
      min: '-9.50',
      max: '30.00',
      isEstimate: false,
    });
    expect(of('price').histogram.filter((rows: number) => rows > 0)).toEqual([1, 1]);
    expect(of('day')).toMatchObject({ min: '1969-12-31', max: '2024-02-29' });
    expect(of('day').histogram).toHaveLength(24);
    expect(of('name')).toMatchObject({ filled: 3, histogram: [] });
    expect(of('ok').top).toEqual([
      { value: 'false', rows: 1 },
      { value: 'true', rows: 1 },
    ]);
    expect(of('bytes').top).toEqual([{ value: 'YWI=', rows: 1 }]);
    expect(await get('profile', { filter: 'id = 3' })).toMatchObject({ rows: 1 });
    expect((await get('profile', { filter: 'id < 0' })).columns[0]).toMatchObject({
      filled: 0,
      min: null,
      histogram: [],
    });
  });
});
