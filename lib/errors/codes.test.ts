import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ERROR_CODES } from './codes';

it('docs/errors.md lists every code with its status, and no other', () => {
  const rows = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)];
  const documented = Object.fromEntries(rows.map(([, code = '', status]) => [code, Number(status)]));
  const known = Object.fromEntries(Object.entries(ERROR_CODES).map(([code, { status }]) => [code, status]));
  expect(documented).toEqual(known);
});
