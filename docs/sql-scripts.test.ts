import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const page = readFileSync('docs/sql-scripts.md', 'utf8');
const folder = 'lib/imports/worker/scripts';

test('the page lists every code that scripts get, and no other', () => {
  const sources = readdirSync(folder)
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const given = new Set([...sources.matchAll(/'([A-Z]{3,}(?:_[A-Z]+)+)'/g)].map(([, code]) => code));
  const listed = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(listed.sort()).toEqual([...given].sort());
});
