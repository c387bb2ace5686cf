import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemSchema } from '@/lib/http/problem';
import { Import } from '@/lib/imports/contract';
import { extractCsv } from '@/scripts/test/extract-csv';
import { HOSTILE } from '@/scripts/test/hostile-text';
import { getLock, makeDraft, send } from '@/scripts/test/import-client';
import { type ImportServer, importFiles, postFiles, startImportServer } from '@/scripts/test/import-server';

const TEXTS = Object.entries(HOSTILE).map(([what, text]) => [what, text.toWellFormed()] as const);
const files = extractCsv([{ id: 1, name: 'orders' }]);

let server: ImportServer;
let imports: string;
beforeAll(async () => {
  server = await startImportServer();
  imports = `${server.origin}/api/imports`;
});
afterAll(() => server.stop());

/** Each text in one place; the answer is never a server error, and a refusal says why. */
async function each(place: string, ask: (text: string) => Promise<Response | undefined>): Promise<void> {
  for (const [what, text] of TEXTS) {
    const response = await ask(text);
    if (response === undefined) continue;
    const answer = await response.text();
    expect(response.status, `${what} in ${place}: ${answer}`).toBeLessThan(500);
    if (response.status >= 400) ProblemSchema.parse(JSON.parse(answer));
  }
  expect(await getLock(server.origin)).toMatchObject({ holder: null, waiting: [] });
}

/** Undefined for what no HTTP client lets out. */
async function unlessUnsendable(ask: () => Promise<Response>): Promise<Response | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const DRAFT = { files: [{ name: 'a.csv', size: 1 }] };
const BODIES: Array<[string, (text: string) => unknown]> = [
  ['id', (text) => ({ ...DRAFT, id: text })],
  ['files', (text) => ({ files: text })],
  ['a file name', (text) => ({ files: [{ name: text, size: 1 }] })],
  ['a file size', (text) => ({ files: [{ name: 'a.csv', size: text }] })],
  ['a file digest', (text) => ({ files: [{ name: 'a.csv', size: 1, sha256: text }] })],
  ['source', (text) => ({ ...DRAFT, source: text })],
  ['source.name', (text) => ({ ...DRAFT, source: { name: text } })],
  ['source.dialect', (text) => ({ ...DRAFT, source: { name: 'a', dialect: text } })],
  ['source.database', (text) => ({ ...DRAFT, source: { name: 'a', database: text } })],
  ...['mode', 'onBadRecord', 'maxRejects', 'maxRejectPercent', 'owner', 'dryRun'].map(
    (name): [string, (text: string) => unknown] => [name, (text) => ({ ...DRAFT, [name]: text })],
  ),
  ['the name of a member', (text) => ({ ...DRAFT, [text]: 1 })],
  ['the whole body', (text) => text],
];

describe('hostile text', () => {
  it.each(BODIES)('in %s of a draft', async (place, body) => {
    await each(place, (text) => send('POST', imports, body(text)));
  });

  it.each(BODIES.slice(5))('in %s of a change', async (place, body) => {
    const draft = await makeDraft(server.origin, files);
    await each(place, (text) => {
      const { files: _, ...change } = { ...(body(text) as typeof DRAFT) };
      return send('PATCH', `${imports}/${draft.id}`, change);
    });
  });

  it('in JSON that is none', async () => {
    await each('the body', (text) =>
      fetch(imports, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json' } }),
    );
  });

  it.each(['idempotency-key', 'prefer', 'content-type', 'origin'])('in the header %s', async (name) => {
    const draft = await makeDraft(server.origin, files);
    await each(name, (text) => unlessUnsendable(() => send('POST', imports, DRAFT, { [name]: text })));
    await each(name, (text) =>
      unlessUnsendable(() => send('POST', `${imports}/${draft.id}/start`, {}, { [name]: text })),
    );
  });

  it.each(['', '/start', '/cancel', '/rejects'])('in the id of /api/imports/{id}%s', async (path) => {
    const method = path === '/start' || path === '/cancel' ? 'POST' : 'GET';
    await each('the id', (text) =>
      fetch(`${imports}/${encodeURIComponent(text === '' ? ' ' : text)}${path}`, { method }),
    );
  });

  it.each(['limit', 'cursor', 'state', 'outcome', 'q', 'unknown'])(
    'in the query %s of the list',
    async (name) => {
      await each(name, (text) => fetch(`${imports}?${new URLSearchParams({ [name]: text })}`));
    },
  );

  it.each(['limit', 'cursor', 'format', 'file'])('in the query %s of rejects', async (name) => {
    const done = await importFiles(server.origin, files);
    await each(name, (text) =>
      fetch(`${imports}/${done.id}/rejects?${new URLSearchParams({ [name]: text })}`),
    );
  });

  it('in how a start and a cancel are asked for', async () => {
    const draft = await makeDraft(server.origin, files);
    await each('onBusy', (text) => send('POST', `${imports}/${draft.id}/start`, { onBusy: text }));
    await each('by', async (text) => {
      const { id } = await makeDraft(server.origin, files);
      return send('POST', `${imports}/${id}/cancel`, { by: text });
    });
  });

  it.each(['owner', 'mode', 'source', 'onBadRecord', 'maxRejects', 'maxRejectPercent', 'dryRun', 'id'])(
    'in the field %s of a one-call import',
    async (name) => {
      await each(name, async (text) => {
        const refused = await postFiles(server.origin, [], { [name]: text });
        // Without a file it never gets further than its fields.
        expect(refused.status).toBeGreaterThanOrEqual(400);
        return refused;
      });
    },
  );

  it('in file names of a one-call import, and in the content types of its parts', async () => {
    const [file] = files;
    if (file === undefined) throw new Error('no file');
    await each('a file name', (text) => postFiles(server.origin, [{ ...file, name: text }]));
  });

  it('that is accepted as a name is kept as it is', async () => {
    for (const text of [
      "o'Brien; DROP TABLE imports; --",
      '"; SELECT 1',
      '{{7*7}}',
      '<b>x</b>',
      '😀',
      '$1 %_ ?',
    ]) {
      const source = JSON.stringify({ name: text, database: text });
      const done = await importFiles(server.origin, files, { source, owner: text });
      expect(done).toMatchObject({
        state: 'succeeded',
        owner: { name: text },
        source: { name: text, database: text },
      });
      const found = await fetch(`${imports}?${new URLSearchParams({ q: text, limit: '1' })}`);
      expect((await found.json()).items).toMatchObject([{ id: done.id }]);
      const byKey = await send('POST', imports, { ...DRAFT, id: randomUUID(), source: { name: text } });
      expect(Import.parse(await byKey.json()).source?.name).toBe(text);
    }
  });
});
