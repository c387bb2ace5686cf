import { expect, test } from 'vitest';
import { detectRole } from './detect-role';
import { explainRole } from './explain-role';
import { extractFiles, extractRoles } from './extract-files';

test.each(extractRoles)('recognises %s by its columns, in any order and case', (role) => {
  const header = extractFiles[role].map(({ column }) => ` ${column.toUpperCase()} `).reverse();
  const found = detectRole(header);
  expect(found).toMatchObject({ kind: 'role', role, extra: [] });
  if (found.kind !== 'role') throw new Error('no role');
  for (const [column, position] of found.positions)
    expect(header[position]?.trim().toLowerCase()).toBe(column);
});

test('further columns are allowed and named', () => {
  expect(detectRole(['object_id', 'Definition', 'Modified', 'owner'])).toMatchObject({
    role: 'definitions',
    extra: ['Modified', 'owner'],
  });
});

test('of several roles that fit, the one with the most columns wins', () => {
  expect(detectRole(['object_id', 'schema_name', 'object_name', 'object_type', 'definition'])).toMatchObject({
    role: 'objects',
    extra: ['definition'],
  });
});

test('two roles of the same size in one file are ambiguous', () => {
  const both = [...extractFiles.objects, ...extractFiles.dependencies].map((it) => it.column);
  const found = detectRole(both);
  expect(found).toEqual({ kind: 'ambiguous', roles: ['objects', 'dependencies'] });
  if (found.kind === 'ambiguous')
    expect(explainRole('x.csv', both, found)).toContain('both objects and dependencies');
});

test('a near miss says exactly what is missing; a stranger is unknown', () => {
  expect(detectRole(['object_id', 'schema_name', 'table_name', 'column_name', 'data_type'])).toEqual({
    kind: 'lacking',
    role: 'table_columns',
    missing: ['ordinal_position', 'is_nullable'],
  });
  expect(detectRole(['id', 'name'])).toEqual({ kind: 'unknown' });
  expect(detectRole([])).toEqual({ kind: 'unknown' });
});

test('a needed column that is there twice is told', () => {
  expect(detectRole(['object_id', 'definition', 'OBJECT_ID'])).toEqual({
    kind: 'repeated',
    column: 'object_id',
  });
});

test('the explanation of a stranger lists its columns and everything expected', () => {
  const header = Array.from({ length: 25 }, (_, index) => `column${index}`);
  const text = explainRole('sales.csv', header, { kind: 'unknown' });
  expect(text).toContain('sales.csv is not a file of a metadata extract: its columns are column0, column1');
  expect(text).toContain('column19 and 5 more');
  for (const role of extractRoles) expect(text).toContain(`${role} (`);
});
