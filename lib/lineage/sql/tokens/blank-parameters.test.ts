import { expect, it } from 'vitest';
import { blankParameters } from './blank-parameters';

it('takes the parameters away and leaves every other character at its place', () => {
  const text = '(@id int,\n @price decimal(10, 2))UPDATE t SET p = @price WHERE id = @id';
  const blanked = blankParameters(text, 'tsql');
  expect(blanked).toHaveLength(text.length);
  expect(blanked.trim()).toBe('UPDATE t SET p = @price WHERE id = @id');
  expect(blanked.split('\n')[1]?.indexOf('UPDATE')).toBe(text.split('\n')[1]?.indexOf('UPDATE'));
});

it.each([
  ['a query in parentheses', '(SELECT a FROM t) UNION SELECT b FROM u', 'tsql'],
  ['parameters without an end', '(@id int SELECT a FROM t', 'tsql'],
  ['another dialect', '(@a) SELECT 1', 'mysql'],
] as const)('leaves %s alone', (_, text, dialect) => {
  expect(blankParameters(text, dialect)).toBe(text);
});
