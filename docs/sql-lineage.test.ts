import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnosticSeverity } from '@/lib/lineage/sql/diagnostic';
import { sqlDialects } from '@/lib/lineage/sql/dialect';
import { conventions } from '@/lib/lineage/sql/report/conventions';

const page = readFileSync('docs/sql-lineage.md', 'utf8');

test('the page says the conventions that are printed with every report', () => {
  for (const [about, rule] of Object.entries(conventions)) {
    const words = rule.replaceAll('`', '');
    expect(page.replaceAll('`', '')).toContain(`| ${about} | ${words} |`);
  }
});

test('the page lists every diagnostic with its severity, and no other', () => {
  const listed = [...page.matchAll(/^\| `([a-z-]+)` \| (error|warning|info) \|/gm)].map(
    ([, code, severity]) => [code, severity],
  );
  expect(Object.fromEntries(listed)).toEqual(diagnosticSeverity);
});

test('the page names every dialect', () => {
  for (const dialect of sqlDialects) expect(page).toContain(`\`${dialect}\``);
});
