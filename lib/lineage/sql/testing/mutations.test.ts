import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractModel } from '../model/extract-model';
import { readDefinition } from '../read-definition';
import { readScript } from '../read-script';
import { mutateSql } from './mutate-sql';

const CASES = resolve('lib/lineage/sql/golden/cases');
const originals = readdirSync(CASES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.sql'))
  .toSorted()
  .map((file) => readFileSync(resolve(CASES, file), 'utf8'));

describe('hostile text', () => {
  test('whatever is done to a text, it is read to its end and every place it tells lies inside of it', () => {
    expect(originals.length).toBeGreaterThan(20);
    for (const text of mutateSql(originals, 'tsql', 400, 11)) {
      const definitions = readScript(text, 'tsql', 'm.sql').map((object) => ({
        object,
        body: readDefinition(object),
      }));
      expect(definitions.length).toBeGreaterThan(0);
      const facts = extractModel(definitions, { objects: [] }, 'tsql');
      expect(facts).toHaveLength(definitions.length);
      for (const { object, body } of definitions) {
        for (const { range } of [...body.statements, ...body.diagnostics]) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(object.text.length);
        }
      }
    }
  });

  test.each(['postgres', 'oracle', 'mysql', 'snowflake', 'bigquery'] as const)(
    'so is any text as %s',
    (dialect) => {
      for (const text of mutateSql(originals, dialect, 60, 12)) {
        const [object] = readScript(text, dialect, 'm.sql');
        if (object === undefined) throw new Error('a text is at least a script');
        for (const { range } of readDefinition(object).statements) {
          expect(range.end).toBeLessThanOrEqual(object.text.length);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
        }
      }
    },
  );
});
