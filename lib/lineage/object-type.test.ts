import { expect, test } from 'vitest';
import { objectTypeOf } from './object-type';

test.each([
  ['table', ['Table', 'USER_TABLE', 'U ', 'u', 'BASE TABLE']],
  ['view', ['View', 'V ', 'VIEW']],
  ['procedure', ['Stored Procedure', 'SQL_STORED_PROCEDURE', 'P ', 'PC', 'procedure']],
  [
    'function',
    ['Function', 'FN', 'IF', 'TF', 'SQL_INLINE_TABLE_VALUED_FUNCTION', 'SQL_TABLE_VALUED_FUNCTION', 'AF'],
  ],
  ['trigger', ['Trigger', 'TR', 'SQL_TRIGGER']],
  ['synonym', ['Synonym', 'SN']],
  ['other', ['SEQUENCE_OBJECT', '', 'Tables', 'XMLSchema']],
])('%s', (type, spellings) => {
  for (const spelling of spellings) expect(objectTypeOf(spelling)).toBe(type);
});
