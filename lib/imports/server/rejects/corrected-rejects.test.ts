import { describe, expect, it } from 'vitest';
import { Import } from '@/lib/imports/contract';
import { makeDraft, send } from '@/scripts/test/import-client';
import { importFiles, postFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
const keep = { onBadRecord: 'keep', maxRejectPercent: '100' };

async function rejectsOf(import_: Import, name: string): Promise<string> {
  const answer = await fetch(
    `${server.origin}/api/imports/${import_.number}/rejects?format=csv&file=${encodeURIComponent(name)}`,
  );
  return answer.text();
}

async function find(number: number | null): Promise<Import> {
  return Import.parse(await (await fetch(`${server.origin}/api/imports/${number}`)).json());
}

async function rows(dataset: string): Promise<unknown[]> {
  const answer = await fetch(`${server.origin}/api/datasets/${dataset}/rows?sort=id`);
  const { items } = (await answer.json()) as { items: Array<{ values: unknown }> };
  return items.map((item) => item.values);
}

describe('corrected rejects', () => {
  it('come as a child of the same import, into its dataset, and never replace what is there', async () => {
    const parent = await importFiles(
      server.origin,
      [file('stock.csv', 'id;amount\n1;2,50\n2;two\n3;3,75\n')],
      {
        ...keep,
        dataset: 'shop.stock',
        mode: 'replace',
        key: 'id',
        formats: JSON.stringify([
          {
            file: 1,
            csv: { delimiter: ';', quote: '"', escape: '"', header: true, decimalMark: ',' },
            columns: [
              { name: 'id', as: 'id', type: 'integer' },
              { name: 'amount', as: 'Amount', type: 'decimal(10,2)' },
            ],
          },
        ]),
      },
    );
    expect(parent).toMatchObject({
      state: 'succeeded',
      parent: null,
      children: [],
      receipt: { rejected: 1 },
    });
    const bad = await rejectsOf(parent, 'stock.csv');
    expect(bad).toMatch(
      /^id;amount;_import;_file;_record;_line;_column;_code;_reason\r\n2;two;\d+;stock\.csv;2;3;/,
    );

    const child = await importFiles(
      server.origin,
      [file('stock_errors.csv', bad.replace('2;two', '2;2,00'))],
      {
        parent: String(parent.number),
      },
    );
    expect(child).toMatchObject({
      state: 'succeeded',
      parent: parent.number,
      dataset: 'shop.stock',
      choices: { onBadRecord: 'keep', datasets: { 'shop.stock': { mode: 'upsert' } } },
      receipt: { balanced: true, read: 1, inserted: 1, updated: 0, ended: 0, notes: { count: 0 } },
    });
    expect((await find(parent.number)).children).toEqual([child.number]);
    expect(await rows('shop.stock')).toEqual([
      { id: 1, Amount: '2.50' },
      { id: 2, Amount: '2.00' },
      { id: 3, Amount: '3.75' },
    ]);
  });

  it('inherit without confirmed columns too, and a draft says what it inherited', async () => {
    const parent = await importFiles(
      server.origin,
      [file('visits.csv', 'id,day\n1,2026-01-31\n2,2026-02-01\nx,2026-02-02\n')],
      {
        ...keep,
        formats: JSON.stringify([{ file: 1, dataset: 'main.visits' }]),
      },
    );
    // Nobody chose a type, so the column became text and nothing was rejected: there is nothing to correct.
    expect(parent.receipt?.rejected).toBe(0);
    const refused = await postFiles(server.origin, [file('visits_errors.csv', 'id,day\n')], {
      parent: String(parent.number),
    });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'conflicting-state', parent: parent.number });

    const more = await importFiles(
      server.origin,
      [file('visits.json', '[{"id":"4","day":"2026-03-01"},{"id":"5","day":"soon"}]')],
      {
        ...keep,
        dataset: 'visits',
      },
    );
    expect(more.receipt).toMatchObject({ inserted: 1, rejected: 1 });
    const bad = await rejectsOf(more, 'visits.json');
    const fixed = file('visits_errors.csv', bad.replace('soon', '2026-03-02'));
    const draft = await makeDraft(server.origin, [fixed], { parent: more.number });
    expect(draft).toMatchObject({
      parent: more.number,
      choices: {
        formats: [{ file: 1, dataset: 'main.visits' }],
        datasets: { 'main.visits': { mode: 'append' } },
      },
    });
    const child = await importFiles(server.origin, [fixed], { parent: String(more.number) });
    expect(child).toMatchObject({ state: 'succeeded', receipt: { inserted: 1, rejected: 0 } });
  });

  it('of an import that was rolled back, or is not there, are refused with what to do', async () => {
    const parent = await importFiles(server.origin, [file('gone.csv', 'id,amount\n1,1\n2,x\n')], {
      ...keep,
      formats: JSON.stringify([
        {
          file: 1,
          columns: [
            { name: 'id', as: 'id', type: 'integer' },
            { name: 'amount', as: 'amount', type: 'integer' },
          ],
        },
      ]),
    });
    const back = await send('POST', `${server.origin}/api/imports/${parent.number}/rollback`, {});
    expect(back.status).toBe(202);
    const { id } = Import.parse(await back.json());
    await expect
      .poll(async () => (await find(parent.number)).rolledBackBy, { timeout: 30_000 })
      .not.toBeNull();
    await expect
      .poll(
        async () =>
          ((await (await fetch(`${server.origin}/api/imports/lock`)).json()) as { holder: unknown }).holder,
        {
          timeout: 30_000,
        },
      )
      .toBeNull();
    const files = [{ name: 'gone_errors.csv', size: 3 }];
    const refused = await send('POST', `${server.origin}/api/imports`, { files, parent: parent.number });
    expect(refused.status).toBe(409);
    expect(((await refused.json()) as { detail: string }).detail).toMatch(
      /was rolled back by #\d+\. Correct its files/,
    );
    const missing = await send('POST', `${server.origin}/api/imports`, { files, parent: 999 });
    expect(missing.status).toBe(404);
    const wrong = await postFiles(server.origin, [file('a.csv', 'id\n1\n')], { parent: 'seven' });
    expect(wrong.status).toBe(400);
    expect(id).not.toBe(parent.id);
  });

  it('of an extract are added to its source, and nothing that is there ends', async () => {
    const objects = 'object_id,schema_name,object_name,object_type\n1,dbo,a,TABLE\n2,dbo,,TABLE\n';
    const empty = [
      file('definitions.csv', 'object_id,definition\n'),
      file(
        'dependencies.csv',
        'referencing_object_id,referenced_object_id,referenced_schema_name,referenced_entity_name\n',
      ),
    ];
    const parent = await importFiles(server.origin, [file('objects.csv', objects), ...empty], {
      ...keep,
      source: 'Extract',
    });
    expect(parent.problem).toBeNull();
    expect(parent.receipt?.rejected).toBe(1);
    const bad = await rejectsOf(parent, 'objects.csv');
    const child = await importFiles(
      server.origin,
      [file('objects_errors.csv', bad.replace('2,dbo,', '2,dbo,b'))],
      {
        parent: String(parent.number),
      },
    );
    expect(child.problem).toBeNull();
    expect(child).toMatchObject({
      mode: 'merge',
      source: { name: 'Extract' },
      receipt: { inserted: 1, ended: 0, lineage: { objects: { added: 1, removed: 0 } } },
    });
  });
});
