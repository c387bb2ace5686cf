import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extractFiles } from '@/lib/formats/extract/extract-files';

const page = readFileSync('docs/extract-files.md', 'utf8');
const folders = ['lib/imports/worker', 'lib/imports/worker/extract'];

test('the page lists every code that the import worker gives, and no other', () => {
  const sources = folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /(?<!\.test|stage-tables)\.ts$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const given = new Set([...sources.matchAll(/'([A-Z]{3,}(?:_[A-Z]+)+)'/g)].map(([, code]) => code));
  given.delete('WORKER_MEMORY_BYTES');
  const listed = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(listed.sort()).toEqual([...given].sort());
});

test('the page lists the columns of every file', () => {
  for (const [role, columns] of Object.entries(extractFiles))
    expect(page).toContain(`| ${role} | ${columns.map(({ column }) => `\`${column}\``).join(', ')} |`);
});
