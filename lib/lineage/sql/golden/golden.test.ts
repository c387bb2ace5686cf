import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sqlDialects } from '../dialect';
import { describeCase } from './describe-case';

const folder = join(import.meta.dirname, 'cases');
const Tables = z.record(z.string(), z.array(z.string()));
const Expected = z.record(
  z.string(),
  z.strictObject({
    edges: z.array(z.string()),
    columns: z.array(z.string()),
    diagnostics: z.array(z.string()),
  }),
);

/** The dialect stands in front of the folder's name; T-SQL where there is none. */
function dialectOf(name: string) {
  return sqlDialects.find((dialect) => name.startsWith(`${dialect}-`)) ?? 'tsql';
}

describe('golden cases: exactly these edges, columns and diagnostics, no more', () => {
  for (const name of readdirSync(folder).sort()) {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, name, file), 'utf8'));
    test(name, () => {
      const sql = readFileSync(join(folder, name, 'input.sql'), 'utf8');
      const tables = existsSync(join(folder, name, 'catalog.json')) ? Tables.parse(read('catalog.json')) : {};
      expect(describeCase(sql, dialectOf(name), tables)).toEqual(Expected.parse(read('expected.json')));
    });
  }
});
