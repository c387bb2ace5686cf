import { expect, test } from 'vitest';
import { type CellRule, readCell } from './read-cell';

const shown = (text: string, rule: CellRule) => {
  const cell = readCell(text, rule);
  return cell.kind === 'value' ? cell.text : cell.kind === 'bad' ? `bad: ${cell.reason}` : null;
};

test.each<[text: string, rule: CellRule, expected: string]>([
  ['2024-01-31', { type: 'date' }, '31 Jan 2024'],
  ['2024-02-30', { type: 'date' }, 'bad: not a date'],
  ['2024-13-01', { type: 'date' }, 'bad: not a date'],
  ['2024-01-31 10:00', { type: 'date' }, 'bad: has a time of day'],
  ['31/01/2024', { type: 'date', dateOrder: 'dmy' }, '31 Jan 2024'],
  ['31-01-2024', { type: 'date', dateOrder: 'dmy' }, '31 Jan 2024'],
  ['01-31-2024', { type: 'date', dateOrder: 'mdy' }, '31 Jan 2024'],
  ['31/01/2024', { type: 'date' }, 'bad: not a date'],
  ['2024-01-31', { type: 'timestamp' }, '31 Jan 2024 00:00'],
  ['2024-01-31 10:20:30.5', { type: 'timestamp' }, '31 Jan 2024 10:20:30.5'],
  ['2024-01-31T10:20', { type: 'timestamp' }, '31 Jan 2024 10:20'],
  ['2024-01-31 25:00', { type: 'timestamp' }, 'bad: no such time'],
  ['2024-01-31T10:20:30Z', { type: 'timestamptz' }, '31 Jan 2024 10:20:30Z'],
  ['2024-01-31 10:20:30 +02:00', { type: 'timestamptz' }, '31 Jan 2024 10:20:30+02:00'],
  ['2024-01-31 10:20:30-05', { type: 'timestamptz' }, '31 Jan 2024 10:20:30-05'],
  ['10:20', { type: 'time' }, '10:20'],
  ['10:20:30.123456000', { type: 'time' }, '10:20:30.123456000'],
  ['10:20:30.123456789', { type: 'time' }, 'bad: not a time'],
  ['2024-01-31 10:20:30.123456789', { type: 'timestamp' }, 'bad: no such time'],
])('%s as %o', (text, rule, expected) => {
  expect(shown(text, rule)).toBe(expected);
});
