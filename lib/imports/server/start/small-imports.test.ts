import { describe, expect, it } from 'vitest';
import { Import } from '@/lib/imports/contract';
import { send, untilOver } from '@/scripts/test/import-client';
import { postFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer({ SYNC_ROW_THRESHOLD: '50' });

const rows = (count: number) => {
  const lines = Array.from({ length: count }, (_, index) => `${index + 1},name ${index + 1}`);
  return { name: 'rows.csv', bytes: new TextEncoder().encode(`id,name\n${lines.join('\n')}\n`) };
};
const post = (count: number, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  postFiles(server.origin, [rows(count)], fields, { wait: 0, headers });

describe('an import without a preference', () => {
  it('answers 200 with the receipt when it is small', async () => {
    const answer = await post(50, { dataset: 'main.small', key: 'id' });
    expect(answer.status).toBe(200);
    expect(Import.parse(await answer.json())).toMatchObject({
      state: 'succeeded',
      mode: 'append',
      source: null,
      dataset: 'main.small',
      receipt: { balanced: true, inserted: 50 },
    });
    const again = await post(10, { dataset: 'main.small', key: 'id', mode: 'upsert', dryRun: 'true' });
    expect(Import.parse(await again.json())).toMatchObject({ dryRun: true, receipt: { unchanged: 10 } });
  });

  it('answers 202 when it is larger, or when the caller asks for that, and goes on', async () => {
    const large = await post(20_000, { dataset: 'main.large' });
    expect(large.status).toBe(202);
    const started = Import.parse(await large.json());
    expect(await untilOver(server.origin, started.id)).toMatchObject({ receipt: { inserted: 20_000 } });
    const async_ = await post(5, { dataset: 'main.async' }, { Prefer: 'respond-async' });
    expect(async_.status).toBe(202);
    const { id } = Import.parse(await async_.json());
    expect(await untilOver(server.origin, id)).toMatchObject({ state: 'succeeded' });
  });
});

describe('the numbers of the server', () => {
  it('count imports and records in the text format of Prometheus', async () => {
    const answer = await fetch(`${server.origin}/api/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await answer.text();
    const value = (name: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')[1],
      );
    // The dry run is no import.
    expect(value('headwater_imports_total{state="succeeded"}')).toBe(3);
    expect(value('headwater_records_total{outcome="inserted"}')).toBe(20_055);
    expect(value('headwater_imports_running')).toBe(0);
    expect(value('headwater_snapshot')).toBeGreaterThan(0);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect((await fetch(`${server.origin}/api/metrics`)).status).toBe(200);
  });
});

describe('the same bytes again', () => {
  it('are told with the import that brought them, until that is rolled back', async () => {
    const first = Import.parse(await (await post(7, { dataset: 'main.same' })).json());
    expect(first.files[0]?.sameAs).toBeNull();
    const again = Import.parse(await (await post(7, { dataset: 'main.same' })).json());
    expect(again.files[0]?.sameAs).toMatchObject({ number: first.number });
    const draft = await send('POST', `${server.origin}/api/imports`, {
      files: [{ name: 'x.csv', size: 9, sha256: first.files[0]?.sha256 }],
    });
    expect((await draft.json()).files[0].sameAs).toMatchObject({ number: again.number });
    await send('POST', `${server.origin}/api/imports/${again.number}/rollback`, {}, { Prefer: 'wait=60' });
    const later = Import.parse(await (await post(7, { dataset: 'main.same' })).json());
    expect(later.files[0]?.sameAs).toMatchObject({ number: first.number });
  });
});

describe('what was confirmed for a file', () => {
  const formats = (as: string) =>
    JSON.stringify([
      {
        file: 1,
        kind: 'rows',
        csv: { delimiter: ',', quote: '"', escape: '"', header: true },
        columns: [
          { name: 'id', as: 'id', type: 'integer' },
          { name: 'name', as, type: 'text' },
        ],
      },
    ]);
  const found = async (query: Record<string, string>) =>
    (await fetch(`${server.origin}/api/recipes?${new URLSearchParams(query)}`)).json();
  const rollBack = async (number: number | null) => {
    const path = `${server.origin}/api/imports/${number}/rollback`;
    return Import.parse(await (await send('POST', path, {}, { Prefer: 'wait=60' })).json());
  };
  it('is found again by its header, whatever the case, as the dataset was loaded last', async () => {
    const fields = { dataset: 'main.recipe', key: 'id', mode: 'upsert' };
    const one = Import.parse(await (await post(2, { ...fields, formats: formats('first') })).json());
    const two = Import.parse(
      await (await post(2, { ...fields, newColumns: 'add', formats: formats('second') })).json(),
    );
    expect([one.state, two.state]).toEqual(['succeeded', 'succeeded']);
    const { items } = await found({ header: '["ID"," Name"]' });
    expect(items).toMatchObject([
      {
        dataset: 'main.recipe',
        header: ['id', 'name'],
        savedIn: two.number,
        version: 2,
        isCurrent: true,
        recipe: {
          key: ['id'],
          mode: 'upsert',
          newColumns: 'add',
          format: { columns: [{}, { as: 'second' }] },
        },
      },
    ]);
    expect((await found({ dataset: 'MAIN.recipe' })).items).toEqual(items);
    const all = await found({ dataset: 'main.recipe', versions: 'true' });
    expect(all.items).toMatchObject([
      { version: 2, savedIn: two.number, isCurrent: true },
      {
        version: 1,
        savedIn: one.number,
        isCurrent: false,
        recipe: { format: { columns: [{}, { as: 'first' }] } },
      },
    ]);
    expect(all.total).toBe(2);
    expect(all.items[1]).toMatchObject({ file: 'rows.csv', rolledBackBy: null, owner: { verified: false } });
    const before = { dataset: 'main.recipe', snapshot: String(one.number) };
    expect((await found(before)).items).toMatchObject([{ version: 1, isCurrent: true }]);
    const three = Import.parse(
      await (await post(2, { ...fields, formats: formats('first'), saveRecipe: 'false' })).json(),
    );
    expect(three.state).toBe('succeeded');
    expect((await found({ dataset: 'main.recipe' })).items).toEqual(items);
    expect((await found({ header: '["name","id"]' })).items).toEqual([]);
    expect(await found({ header: 'id' })).toMatchObject({ code: 'invalid-request' });
  });

  it('is taken back with its import, and comes back with it', async () => {
    const fields = { dataset: 'main.undone', key: 'id', mode: 'upsert', newColumns: 'add' };
    const one = Import.parse(await (await post(2, { ...fields, formats: formats('first') })).json());
    const two = Import.parse(await (await post(2, { ...fields, formats: formats('second') })).json());
    const back = await rollBack(two.number);
    expect((await found({ dataset: 'main.undone' })).items).toMatchObject([
      { version: 1, savedIn: one.number, isCurrent: true },
    ]);
    const after = await found({ dataset: 'main.undone', versions: 'true' });
    expect(after.items).toMatchObject([
      { version: 2, isCurrent: false, rolledBackBy: back.number },
      { version: 1, isCurrent: true, rolledBackBy: null },
    ]);
    await rollBack(back.number);
    expect((await found({ dataset: 'main.undone' })).items).toMatchObject([
      { version: 2, savedIn: two.number, isCurrent: true },
    ]);
  });
});
