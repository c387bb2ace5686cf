import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sqlDialects } from '../dialect';
import { runParser } from '../parse/run-parser';
import { adaptTree } from './adapt-tree';

/** One line of SQL for each shape of the parser's tree that we know, and what we make of it without its empty fields. */
const Shapes = z.array(z.object({ dialect: z.enum(sqlDialects), sql: z.string(), shape: z.unknown() }));
const shapes = Shapes.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'shapes.json'), 'utf8')));

/** Without null, false, and empty lists. */
function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([, inner]) => inner !== null && inner !== false && !(Array.isArray(inner) && inner.length === 0),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, compact(inner)]));
}

describe('the parser gives the shapes we know, and we make the same of them', () => {
  test.each(shapes)('$dialect: $sql', ({ dialect, sql, shape }) => {
    const { tree } = runParser(sql, dialect);
    expect(tree).not.toBeNull();
    expect(compact(adaptTree(tree, dialect))).toEqual(shape);
  });
});
