import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const Position = z.object({ line: z.int(), column: z.int() });
const Span = z.object({ start: Position, end: Position });
const Names = z.array(z.string());
/** What API.md promises; more may be there. */
const Printed = z.object({
  conventions: z.record(z.string(), z.string()),
  objects: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      reads: Names,
      writes: Names,
      calls: Names,
      columns: z.array(
        z.object({
          name: z.string(),
          sources: z.array(z.object({ object: z.string(), column: z.string().nullable(), kind: z.string() })),
        }),
      ),
      statements: z.array(
        z.object({
          kind: z.string(),
          span: Span,
          reads: Names,
          writes: Names,
          calls: Names,
          columnEdges: z.array(z.unknown()),
        }),
      ),
      diagnostics: z.array(
        z.object({ severity: z.string(), code: z.string(), message: z.string(), span: Span }),
      ),
    }),
  ),
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lineage-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What the command prints for files of these contents. */
async function lineage(files: Record<string, string | Uint8Array>, ...options: string[]) {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const paths = Object.keys(files)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => join(folder, name));
  return promisify(execFile)(process.execPath, ['scripts/lineage.mjs', ...paths, ...options]);
}

test('prints what is documented: names, statements, columns by the catalogue, spans in the file', async () => {
  const sql = 'CREATE VIEW dbo.v AS SELECT * FROM dbo.t\nGO\nDELETE FROM dbo.u';
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${sql}`, 'utf16le'));
  const csv = 'database,schema,object,column,ordinal,type\n,dbo,t,b,2,int\n,dbo,t,a,1,int\n';
  const { stdout } = await lineage(
    { 'x.sql': utf16, 'columns.csv': csv },
    ...['--dialect', 'tsql', '--catalog', join(folder, 'columns.csv'), '--json'],
  );
  const { objects } = Printed.parse(JSON.parse(stdout));
  expect(objects.map(({ name, type, reads, writes }) => [name, type, reads, writes])).toEqual([
    ['dbo.v', 'view', ['dbo.t'], []],
    ['x.sql', 'script', [], ['dbo.u']],
  ]);
  expect(objects[0]?.columns).toEqual([
    { name: 'a', sources: [{ object: 'dbo.t', column: 'a', kind: 'direct' }] },
    { name: 'b', sources: [{ object: 'dbo.t', column: 'b', kind: 'direct' }] },
  ]);
  expect(objects[1]?.statements.map(({ kind, span }) => [kind, span])).toEqual([
    ['delete', { start: { line: 3, column: 1 }, end: { line: 3, column: 18 } }],
  ]);
});

test('says which dialect it takes, and what is wrong with what it is given', async () => {
  const { stderr, stdout } = await lineage({ 'y.sql': 'SELECT NVL(a, 1) FROM dual' });
  expect(stderr).toContain('Read as oracle');
  expect(stdout).toContain('script y.sql');
  await expect(lineage({ 'z.sql': 'SELECT 1' }, '--dialect', 'cobol')).rejects.toThrow('Dialects: tsql');
  await expect(
    lineage({ 'z.sql': 'SELECT 1', 'bad.csv': 'a,b\n' }, '--catalog', join(folder, 'bad.csv')),
  ).rejects.toThrow('must name the columns database, schema, object');
});
