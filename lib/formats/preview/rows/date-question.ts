import { type Doubted, keepAsText } from './doubted';
import { dateWords, readDate } from './read-cell';
import type { DateOrder, RowAnswer, RowQuestion } from './row-table';

const count = (number: number) => number.toLocaleString('en-US');

/** Day or month first: decided by a person for the whole column. */
export function dateQuestion({ index, values, doubt }: Doubted): RowQuestion {
  const days = values.map((value) => value.trim().split(/[ T]/)[0] ?? '');
  const distinct = [...new Set(days)];
  const type = doubt.options.find((option) => option !== 'text') ?? 'date';
  const isMixed = distinct.some((day) => readDate(day, 'dmy') === null || readDate(day, 'mdy') === null);
  const example =
    distinct.find((day) => day.split(/[-/.]/)[0] !== day.split(/[-/.]/)[1]) ?? distinct[0] ?? '';
  const answer = (dateOrder: DateOrder, label: string): RowAnswer => ({
    id: dateOrder,
    label,
    example: exampleOf(distinct, example, dateOrder),
    follows: spanOf(days, dateOrder),
    change: { columns: { [index]: { type, dateOrder } } },
  });
  return {
    id: `column-${index}`,
    column: index,
    text: isMixed
      ? 'which part is the day? Some values can only have the day first, others only the month.'
      : `which part is the day? ${
          distinct.length === 1 ? 'The one value' : `All ${count(distinct.length)} different values`
        } can be read both ways.`,
    answers: [answer('dmy', 'Day first'), answer('mdy', 'Month first'), keepAsText(index)],
  };
}

function exampleOf(distinct: readonly string[], preferred: string, order: DateOrder): string {
  for (const day of [preferred, ...distinct]) {
    const date = readDate(day, order);
    if (date !== null) return `${day} = ${dateWords(date)}`;
  }
  return 'no value fits';
}

function spanOf(days: readonly string[], order: DateOrder): string {
  const dates = days.flatMap((day) => readDate(day, order) ?? []);
  const bad = days.length - dates.length;
  if (bad > 0) return `${count(bad)} of ${count(days.length)} would be bad rows`;
  const key = (it: { year: number; month: number; day: number }) =>
    it.year * 10_000 + it.month * 100 + it.day;
  const sorted = dates.sort((a, b) => key(a) - key(b));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) return '';
  return key(first) === key(last)
    ? `all on ${dateWords(first)}`
    : `${dateWords(first)} to ${dateWords(last)}`;
}
