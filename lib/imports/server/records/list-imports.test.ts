import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractCsv } from '@/scripts/test/extract-csv';
import { getImport, readyDraft, send } from '@/scripts/test/import-client';
import { importFiles, postFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const files = extractCsv([{ id: 1, name: 'orders' }]);

const server = withImportServer({ MAX_FILE_SIZE_BYTES: String(20 * 1024 ** 3) });
beforeAll(async () => {
  for (const owner of ['Anna', 'Marek', 'Priya']) await importFiles(server.origin, files, { owner });
  for (const mode of ['mangle', 'shred']) await postFiles(server.origin, files, { mode });
});

describe('the list of imports', () => {
  it('goes through all of them in pages, newest first, and finds by name, state and number', async () => {
    const all = await (await fetch(`${server.origin}/api/imports`)).json();
    const numbers: number[] = [];
    for (let cursor = ''; ; ) {
      const page = await (await fetch(`${server.origin}/api/imports?limit=2${cursor}`)).json();
      expect(page.total).toBe(all.total);
      numbers.push(...page.items.map((one: { number: number }) => one.number));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(numbers.length).toBe(all.total);
    const failed = await (await fetch(`${server.origin}/api/imports?state=failed`)).json();
    expect(failed.items.length).toBeGreaterThan(0);
    expect(new Set(failed.items.map((one: { state: string }) => one.state))).toEqual(new Set(['failed']));
    const byName = await (await fetch(`${server.origin}/api/imports?q=OBJECTS.csv`)).json();
    expect(byName.total).toBeGreaterThan(0);
    expect(byName.total).toBeLessThan(all.total);
    const byNumber = await (await fetch(`${server.origin}/api/imports?q=%232`)).json();
    expect(byNumber.items).toMatchObject([{ number: 2 }]);
    expect(await getImport(server.origin, 2)).toEqual(byNumber.items[0]);
  });

  it('shows drafts only when asked for', async () => {
    const draft = await readyDraft(server.origin, files, { owner: 'Draftsman' });
    const text = async (query: string) => (await fetch(`${server.origin}/api/imports?${query}`)).text();
    expect(await text('limit=1000')).not.toContain(draft.id);
    expect(await text('state=draft')).toContain(draft.id);
    await send('POST', `${server.origin}/api/imports/${draft.id}/cancel`, {});
    expect(await text('state=draft')).not.toContain(draft.id);
  });
});

describe('a draft that the disk cannot hold', () => {
  it('is refused before a byte moves, with what it needs and what is free', async () => {
    const before = await readdir(join(server.workspace, 'uploads'));
    const huge = Array.from({ length: 100 }, (_, index) => ({ name: `${index}.csv`, size: 20 * 1024 ** 3 }));
    const answer = await send('POST', `${server.origin}/api/imports`, { files: huge });
    expect(answer.status).toBe(507);
    const problem = await answer.json();
    expect(problem.code).toBe('disk-full');
    expect(problem.neededBytes).toBeGreaterThan(100 * 20 * 1024 ** 3);
    expect(problem.neededBytes).toBeGreaterThan(problem.freeBytes);
    expect(await readdir(join(server.workspace, 'uploads'))).toEqual(before);
  });
});
