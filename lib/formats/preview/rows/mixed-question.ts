import { inferColumn } from '../../rows/infer-column';
import { type Doubted, keepAsText } from './doubted';
import { readCell } from './read-cell';
import type { RowAnswer, RowQuestion } from './row-table';

const WORDS_MAX = 3;
const count = (number: number) => number.toLocaleString('en-US');

/** Most values are numbers or dates, some are not: empty, bad, or all of it text? */
export function mixedQuestion({ index, values, marks, doubt }: Doubted): RowQuestion {
  const wanted = doubt.options.find((option) => option !== 'text') ?? 'double';
  const fits = values.filter((value) => readCell(value, { type: wanted }, marks).kind === 'value');
  const { type } = inferColumn(fits, marks);
  const odd = values.filter((value) => readCell(value, { type: wanted }, marks).kind === 'bad');
  const words = [...new Set(odd)];
  const what = wanted === 'timestamp' ? 'dates' : 'numbers';
  const shown = words.slice(0, WORDS_MAX).map((word) => `“${word}”`);
  const asNull: RowAnswer = {
    id: 'null',
    label: `${shown.join(', ')} ${words.length === 1 ? 'means' : 'mean'} empty`,
    example: `${words[0] ?? ''} = null`,
    follows: 'in every column of the file',
    change: { csv: { nullTexts: [...marks.nullTexts, ...words] }, columns: { [index]: { type } } },
  };
  const asBad: RowAnswer = {
    id: 'bad',
    label: what === 'dates' ? 'Dates, others are bad rows' : 'Numbers, others are bad rows',
    example: `${fits[0] ?? ''} = ${readable(fits[0], type)}`,
    follows: `${count(odd.length)} of ${count(values.length)} rejected so far`,
    change: { columns: { [index]: { type } } },
  };
  return {
    id: `column-${index}`,
    column: index,
    text: `what is ${shown[0] ?? 'the rest'}? ${count(odd.length)} of ${count(values.length)} values are no ${what}.`,
    answers: [...(words.length <= WORDS_MAX ? [asNull] : []), asBad, keepAsText(index)],
  };
}

function readable(value: string | undefined, type: Parameters<typeof readCell>[1]['type']): string {
  const read = readCell(value ?? null, { type });
  return read.kind === 'value' ? read.text : '';
}
