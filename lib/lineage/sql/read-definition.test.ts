import { expect, test } from 'vitest';
import { readDefinition } from './read-definition';
import { readScript } from './read-script';

test('a text without an end is told where it begins', () => {
  const [object] = readScript("SELECT 1 FROM t; SELECT 'a FROM u", 'tsql', 'x.sql');
  if (object === undefined) throw new Error('no object');
  const told = readDefinition(object).diagnostics.filter(({ code }) => code === 'unclosed-text');
  expect(told.map(({ range }) => object.text.slice(range.start, range.end))).toEqual(["'a FROM u"]);
});

test('a script gives its objects in their order, and itself with the objects blanked out', () => {
  const sql = 'USE d\nGO\nCREATE VIEW a.v AS SELECT 1 x\nGO\nCREATE PROC p AS DELETE t\nGO\nSELECT 2 y\n';
  const objects = readScript(sql, 'tsql', 'dir/x.sql');
  expect(objects.map((it) => [it.type, it.schema, it.name, it.offset, it.text.trim()])).toEqual([
    ['view', 'a', 'v', 9, 'CREATE VIEW a.v AS SELECT 1 x'],
    ['procedure', null, 'p', 42, 'CREATE PROC p AS DELETE t'],
    ['script', null, 'x.sql', 0, expect.stringMatching(/^USE d\nGO\n +\nGO\n +\nGO\nSELECT 2 y$/)],
  ]);
  expect(objects.at(-1)?.text).toHaveLength(sql.length);
});
