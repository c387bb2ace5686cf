import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extractFiles } from '@/lib/formats/extract/extract-files';

const page = readFileSync('docs/extract-files.md', 'utf8');
const worker = 'lib/imports/worker';

test('the page lists every code that the import worker gives, and no other', () => {
  const sources = readdirSync(worker)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'stage-tables.ts')
    .map((name) => readFileSync(join(worker, name), 'utf8'))
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
