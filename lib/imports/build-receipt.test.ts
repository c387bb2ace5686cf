import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { buildReceipt, type TableOutcome } from './build-receipt';
import type { StagedFile } from './worker/protocol';

const staged = (ordinal: number, role: StagedFile['role'], counts: Partial<StagedFile>): StagedFile => ({
  ordinal,
  role,
  format: 'csv',
  ...{ dataset: null, compression: null, encoding: null, rowBytes: null },
  columns: [],
  delimiter: ',',
  read: 0,
  staged: 0,
  duplicates: 0,
  rejected: 0,
  skipped: 0,
  ...counts,
});

const lineage = {
  objects: { added: 0, changed: 0, removed: 0 },
  edges: { added: 0, changed: 0, removed: 0 },
};
const notes = { count: 0, items: [] };
const conflicts = { count: 0, items: [] };
const datasets: [] = [];
const coverage = null;
const durationsMs = { upload: 1, stage: 2, check: 3, publish: 4 };

const outcomes: TableOutcome[] = [
  {
    table: 'catalog_objects',
    files: [
      { file: 1, inserted: 3, updated: 0, unchanged: 4 },
      { file: 2, inserted: 0, updated: 2, unchanged: 0 },
    ],
    ended: 5,
  },
  // Hints carry the file of their definition but are no records of it.
  { table: 'catalog_evidence', files: [{ file: 3, inserted: 99, updated: 0, unchanged: 0 }], ended: 7 },
  { table: 'catalog_definitions', files: [{ file: 3, inserted: 1, updated: 0, unchanged: 0 }], ended: 0 },
];

const files = [
  staged(1, 'objects', { read: 9, duplicates: 1, rejected: 1 }),
  staged(2, 'objects', { read: 2 }),
  staged(3, 'definitions', { read: 2, skipped: 1 }),
];
const names = ['a.csv', 'b.csv', 'c.csv'];

describe('a receipt', () => {
  it('has every record in one part, for each file and in all', () => {
    const receipt = buildReceipt({
      names,
      staged: files,
      outcomes,
      lineage,
      coverage,
      notes,
      conflicts,
      retries: 0,
      datasets,
      durationsMs,
    });
    expect(
      receipt.files.map(({ name, read, inserted, updated, unchanged, ended }) => [
        name,
        read,
        inserted,
        updated,
        unchanged,
        ended,
      ]),
    ).toEqual([
      ['a.csv', 9, 3, 0, 4, 5],
      ['b.csv', 2, 0, 2, 0, 0],
      ['c.csv', 2, 1, 0, 0, 0],
    ]);
    expect(receipt).toMatchObject({
      balanced: true,
      read: 13,
      inserted: 4,
      updated: 2,
      unchanged: 4,
      duplicates: 1,
      rejected: 1,
      skipped: 1,
      // Rows of tables without a file of their own ended too.
      ended: 12,
    });
  });

  it.each([1, -1])('does not come to be when a record is %i off', (off) => {
    const wrong = files.map((file, index) => (index === 2 ? { ...file, read: file.read + off } : file));
    const build = () =>
      buildReceipt({
        names,
        staged: wrong,
        outcomes,
        lineage,
        coverage,
        notes,
        conflicts,
        retries: 0,
        datasets,
        durationsMs,
      });
    expect(build).toThrow(AppError);
    expect(build).toThrow(/c\.csv: \d records were read but 2 are accounted for/);
  });

  it('does not come to be when a staged file reached no table', () => {
    const lost = [...files, staged(4, 'query_logs', { read: 1 })];
    expect(() =>
      buildReceipt({
        names: [...names, 'd.csv'],
        staged: lost,
        outcomes,
        lineage,
        coverage,
        notes,
        conflicts,
        retries: 0,
        datasets,
        durationsMs,
      }),
    ).toThrow(/d\.csv/);
  });
});
