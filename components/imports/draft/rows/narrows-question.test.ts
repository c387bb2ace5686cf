import { describe, expect, test } from 'vitest';
import { readRowTable } from '@/lib/formats/preview/rows/read-row-table';
import type { RowTable } from '@/lib/formats/preview/rows/row-table';
import type { RowType } from '@/lib/imports/row-type';
import { planRows } from './plan-rows';
import { answerQuestion, changeColumn, noEdits, type RowEdits } from './row-edits';

function table(...lines: string[]): RowTable {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const size = { fileBytes: bytes.length, packedBytes: bytes.length };
  return readRowTable({ format: 'csv', bytes, whole: true, ...size }, {});
}

const dataset = (type: RowType) => ({
  columns: [
    { name: 'id', type: 'bigint' as const },
    { name: 'size', type },
  ],
});
const words = table('id,size', '1,large', '2,small', '3,12');
const numbers = table('id,size', '1,10', '2,20');

function answered(from: RowTable, edits: RowEdits, type: RowType, answer: string): RowEdits {
  const [open] = planRows(from, edits, dataset(type)).open;
  const found = open?.question.answers.find(({ id }) => id === answer);
  if (open === undefined || found === undefined) throw new Error(`${answer} is not offered.`);
  return answerQuestion(edits, open.question, found);
}

describe('a column of the file that does not go with that of the dataset', () => {
  test('is asked about, with both types, and what becomes of its values', () => {
    const { open } = planRows(words, noEdits, dataset('bigint'));
    expect(open).toHaveLength(1);
    expect(open[0]?.question).toMatchObject({
      column: 1,
      text: expect.stringContaining('the dataset has bigint, the file text'),
      answers: [
        { id: 'keep', follows: '2 bad rows in the first 3: not a number' },
        { id: 'leave-out' },
        { id: 'another', example: 'size_text, a new one of text' },
      ],
    });
  });

  test.each([
    ['keep', { as: 'size', type: 'bigint', isNew: false }],
    ['leave-out', { as: null }],
    ['another', { as: 'size_text', type: 'text', isNew: true }],
  ])('%s: the answer counts, stays in sight, and can be changed', (answer, column) => {
    const edits = answered(words, noEdits, 'bigint', answer);
    const plan = planRows(words, edits, dataset('bigint'));
    expect(plan.open).toEqual([]);
    expect(plan.questions).toMatchObject([{ answer, isOpen: false }]);
    expect(plan.columns[1]).toMatchObject(column);
    const [question] = plan.questions;
    const keep = question?.question.answers.find(({ id }) => id === 'keep');
    if (question === undefined || keep === undefined) throw new Error('It can be kept.');
    const kept = planRows(words, answerQuestion(edits, question.question, keep), dataset('bigint'));
    expect(kept.columns[1]).toMatchObject({ as: 'size', type: 'bigint' });
  });

  test('is asked about when a narrower type is chosen by hand, also after an answer', () => {
    const narrower = changeColumn(noEdits, 1, { type: 'integer' });
    expect(planRows(numbers, narrower, dataset('bigint')).open).toHaveLength(1);
    const kept = answered(numbers, narrower, 'bigint', 'keep');
    expect(planRows(numbers, kept, dataset('bigint'))).toMatchObject({
      open: [],
      columns: [{}, { type: 'bigint' }],
    });
    const again = changeColumn(kept, 1, { type: 'smallint' });
    expect(planRows(numbers, again, dataset('bigint')).open).toMatchObject([{ answer: null }]);
  });
});

describe('a column that goes with that of the dataset', () => {
  test.each([
    ['its values fit', numbers, 'text', 'text'],
    ['its values fit the narrower type', numbers, 'smallint', 'smallint'],
    ['the column can become wider', table('id,size', '1,1.5', '2,2.25'), 'bigint', 'decimal(18,2)'],
  ] as const)('is not asked about: %s', (_, from, held, type) => {
    const plan = planRows(from, noEdits, dataset(held));
    expect(plan.questions).toEqual([]);
    expect(plan.columns[1]).toMatchObject({ type });
  });

  test('a type that was confirmed before the column became wider is no reason to ask', () => {
    const confirmed = changeColumn(noEdits, 1, { type: 'bigint', isConfirmed: true });
    const plan = planRows(numbers, confirmed, dataset('decimal(21,2)'));
    expect(plan).toMatchObject({ questions: [], columns: [{}, { type: 'decimal(21,2)' }] });
  });

  test('a new dataset takes every column as it is', () => {
    expect(planRows(words, noEdits, null).questions).toEqual([]);
  });

  test('a question about the values comes first', () => {
    const days = table('id,size', '1,01/02/2024', '2,03/04/2024');
    const { open } = planRows(days, noEdits, dataset('date'));
    expect(open.map(({ question }) => question.id)).toEqual(['column-1']);
    const dated = answered(days, noEdits, 'date', 'dmy');
    expect(planRows(days, dated, dataset('date')).open).toEqual([]);
    const text = answered(days, noEdits, 'date', 'text');
    expect(planRows(days, text, dataset('date')).open.map(({ question }) => question.id)).toEqual([
      'narrows-1',
    ]);
  });
});
