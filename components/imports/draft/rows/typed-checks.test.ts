import { expect, test } from 'vitest';
import { noChecks, readChecks, typedChecks, withoutLimits } from './typed-checks';

const typed = (changes: Partial<typeof noChecks>) => ({ ...noChecks, ...changes });

test('what is typed becomes rules, and rules fill the fields again', () => {
  expect(readChecks(noChecks, 'text')).toEqual({ rules: {}, errors: {} });
  const text = typed({ required: true, minLength: ' 2', maxLength: '10', allowed: 'one\r\n\n two \none' });
  const { rules, errors } = readChecks(text, 'text');
  expect(errors).toEqual({});
  expect(rules).toEqual({ required: true, minLength: 2, maxLength: 10, allowed: ['one', ' two '] });
  expect(readChecks(typedChecks(rules), 'text')).toEqual({ rules, errors: {} });
  expect(typedChecks({ min: 1, max: '2024-01-31', format: '%d' })).toEqual(
    typed({ min: '1', max: '2024-01-31' }),
  );
  expect(withoutLimits(typed({ required: true, min: '1', max: '2' }))).toEqual(typed({ required: true }));
});

test.each([
  ['integer', '-007', '12'],
  ['decimal(38,10)', '12345678901234567890.1', '12345678901234567890.2'],
  ['decimal(18,2)', '-0.5', '-.4'],
  ['double', '1e3', '1e4'],
  ['date', '2024-1-31', '2024/02/01'],
  ['time', '8:30', '08:30:00.5'],
  ['timestamp', '2024-01-31', '2024-01-31T08:30'],
  ['timestamptz', '2024-01-31 08:30', '2024-01-31 08:30:01'],
] as const)('limits of %s are compared as its values, to the last digit', (type, min, max) => {
  expect(readChecks(typed({ min, max }), type).errors).toEqual({});
  const { rules, errors } = readChecks(typed({ min: max, max: min }), type);
  expect(errors).toEqual({ max: `less than the smallest, ${rules.min}` });
  expect(readChecks(typed({ min, max: min }), type).errors).toEqual({});
});

test('limits are kept in the form that the load compares with', () => {
  const limits = (type: Parameters<typeof readChecks>[1], min: string) =>
    readChecks(typed({ min }), type).rules.min;
  expect(limits('integer', ' +7 ')).toBe('7');
  expect(limits('decimal(18,2)', '1.50')).toBe('1.50');
  expect(limits('date', '2024-1-5')).toBe('2024-01-05');
  expect(limits('time', '8:30')).toBe('08:30:00');
  expect(limits('timestamp', '2024-01-31')).toBe('2024-01-31 00:00:00');
  expect(limits('timestamptz', '2024-01-31 8:30')).toBe('2024-01-31 08:30:00+00');
  expect(limits('text', 'm')).toBe('m');
});

test.each([
  ['integer', { min: '1.5' }, { min: 'not a whole number; write it like 10' }],
  ['smallint', { max: '40000' }, { max: 'too large; write it like 10' }],
  ['decimal(18,2)', { min: '1,5' }, { min: 'not a number; write it like 1.5' }],
  ['double', { max: '1e400' }, { max: 'too large; write it like 1.5' }],
  ['date', { min: '31.01.2024' }, { min: 'not a date; write it like 2024-01-31' }],
  ['date', { min: '2024-02-30' }, { min: 'not a date; write it like 2024-01-31' }],
  [
    'timestamptz',
    { min: '2024-01-31 08:30+02' },
    { min: 'not a time of day; write it like 2024-01-31 08:30' },
  ],
  [
    'text',
    { minLength: '0', maxLength: 'ten' },
    { minLength: 'not a whole number from 1 up', maxLength: 'not a whole number from 1 up' },
  ],
  ['text', { minLength: '5', maxLength: '4' }, { maxLength: 'less than the shortest, 5' }],
  ['integer', { allowed: '1\n\nx' }, { allowed: 'line 3: not a number; write it like 10' }],
  ['boolean', { allowed: 'yes\nmaybe' }, { allowed: 'line 2: not true or false' }],
] as const)('%s: %o is told beside its field', (type, changes, errors) => {
  expect(readChecks(typed(changes), type).errors).toEqual(errors);
});
