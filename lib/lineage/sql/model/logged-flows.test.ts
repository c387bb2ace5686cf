import { describe, expect, it } from 'vitest';
import { movesRows } from '../ir/moves-rows';
import { readDefinition } from '../read-definition';
import { relationText } from '../report/describe-facts';
import type { SqlObject } from '../sql-object';
import { extractModel } from './extract-model';
import { loggedFlows } from './logged-flows';

const table = (name: string, columns: string[]) => ({
  ...{ database: 'shop', schema: 'dbo', name, type: 'table', columns },
});
const catalog = {
  objects: [table('s', ['id', 'a']), table('t', ['id', 'a']), table('u', ['id']), table('log', ['id'])],
};

function readLogged(text: string) {
  const object: SqlObject = {
    ...{ database: 'shop', schema: null, name: 'logged', type: 'script', dialect: 'tsql' },
    ...{ text, origin: 'logged', offset: 0 },
  };
  return { object, body: readDefinition(object) };
}

function flowsOf(text: string) {
  const [facts] = extractModel([readLogged(text)], catalog, 'tsql');
  if (facts === undefined) throw new Error('There are facts of every text.');
  return loggedFlows(facts)
    .map(({ from, to }) => `${relationText(from)} -> ${relationText(to)}`)
    .sort();
}

describe('a logged text that moves rows', () => {
  it.each([
    ['INSERT ... SELECT', 'INSERT INTO dbo.t (id) SELECT id FROM dbo.s', ['shop.dbo.s -> shop.dbo.t']],
    ['SELECT INTO', 'SELECT id INTO dbo.t FROM dbo.s', ['shop.dbo.s -> shop.dbo.t']],
    [
      'UPDATE ... FROM',
      'UPDATE t SET a = s.a FROM dbo.t AS t JOIN dbo.s AS s ON s.id = t.id',
      ['shop.dbo.s -> shop.dbo.t'],
    ],
    [
      'MERGE',
      'MERGE dbo.t AS t USING dbo.s AS s ON s.id = t.id WHEN MATCHED THEN UPDATE SET a = s.a WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);',
      ['shop.dbo.s -> shop.dbo.t'],
    ],
    ['ALTER TABLE ... SWITCH', 'ALTER TABLE dbo.s SWITCH TO dbo.t', ['shop.dbo.s -> shop.dbo.t']],
    [
      'text that is run',
      "EXEC ('INSERT INTO dbo.t (id) SELECT id FROM dbo.s')",
      ['shop.dbo.s -> shop.dbo.t'],
    ],
    ['INSERT ... EXEC', 'INSERT INTO dbo.t (id) EXEC dbo.give', ['shop.dbo.give -> shop.dbo.t']],
    [
      'a temporary table between',
      'SELECT id INTO #x FROM dbo.s; INSERT INTO dbo.t (id) SELECT id FROM #x',
      ['shop.dbo.s -> shop.dbo.t'],
    ],
    [
      'two sources',
      'INSERT INTO dbo.t (id) SELECT s.id FROM dbo.s AS s JOIN dbo.u AS u ON u.id = s.id',
      ['shop.dbo.s -> shop.dbo.t', 'shop.dbo.u -> shop.dbo.t'],
    ],
  ])('%s', (_, text, expected) => {
    expect(flowsOf(text)).toEqual(expected);
    expect(movesRows(readLogged(text).body)).toBe(true);
  });
});

describe('a logged text that moves none', () => {
  it.each([
    ['only reads', 'SELECT s.id FROM dbo.s AS s JOIN dbo.u AS u ON u.id = s.id'],
    ['only writes', "INSERT INTO dbo.t (id, a) VALUES (1, 'x')"],
    ['changes by itself', 'UPDATE dbo.t SET a = a + 1 WHERE id = 3'],
    ['deletes what another table names', 'DELETE FROM dbo.t WHERE id IN (SELECT id FROM dbo.s)'],
    ['empties', 'TRUNCATE TABLE dbo.t'],
    ['reads and writes, each for itself', 'SELECT id FROM dbo.s; INSERT INTO dbo.log (id) VALUES (1)'],
    ['fills a temporary table', 'SELECT id INTO #x FROM dbo.s'],
    ['calls', 'EXEC dbo.load'],
  ])('%s', (_, text) => {
    expect(flowsOf(text)).toEqual([]);
  });
});
