import { describe, expect, test } from 'vitest';
import { Import } from '@/lib/imports/contract';
import { fileLines, type LocalFile } from './file-progress';
import { headline } from './headline';
import { jobSegments, phaseSegments, segmentPercent } from './phase-segments';

const counts = {
  read: 280,
  inserted: 280,
  updated: 0,
  unchanged: 0,
  duplicates: 0,
  rejected: 0,
  skipped: 0,
  ended: 0,
};
const none = { added: 0, changed: 0, removed: 0 };

function importWith(changes: Record<string, unknown>): Import {
  const file = (id: string, name: string, size: number) => ({
    id,
    name,
    size,
    received: size,
    sha256: null,
    format: null,
    role: null,
    uploadUrl: `/api/uploads/x/${id}`,
  });
  return Import.parse({
    id: '11111111-1111-4111-8111-111111111111',
    number: 44,
    kind: 'import',
    state: 'checking',
    phase: 'check',
    owner: { name: 'Tomás', verified: false },
    mode: 'replace',
    source: null,
    dryRun: false,
    choices: {},
    files: [file('0', 'objects.csv', 1_000_000), file('1', 'definitions.csv', 870_000)],
    position: null,
    createdAt: '2026-05-27T12:00:00Z',
    startedAt: '2026-05-27T12:01:00Z',
    finishedAt: null,
    receipt: null,
    problem: null,
    cancelledBy: null,
    ...changes,
    progress: {
      phase: 'check',
      percent: 58.4,
      bytes: 1,
      totalBytes: 2,
      rows: 7000,
      totalRows: 12_000,
      bytesPerSecond: 0,
      rowsPerSecond: 98_600,
      etaSeconds: 52,
      ...(changes.progress as object),
    },
  });
}

const sending = { sent: 935_000, total: 1_870_000, bytesPerSecond: 26_600_000, tookSeconds: null };

describe('phases', () => {
  test('while the browser sends, only the upload moves', () => {
    const segments = phaseSegments(importWith({ state: 'draft', phase: 'upload', number: null }), sending);
    expect(segments.map((it) => [it.state, it.percent])).toEqual([
      ['current', 50],
      ['next', 0],
      ['next', 0],
    ]);
    expect(segments[0]?.lines).toEqual(['935 KB of 1.9 MB', '26.6 MB/s']);
    expect(segments.map(segmentPercent)).toEqual(['50 %', '', '']);
  });

  test('while the server checks, records and speed are told', () => {
    const segments = phaseSegments(importWith({}), { ...sending, sent: 1_870_000, tookSeconds: 72 });
    expect(segments[0]).toMatchObject({ state: 'done', lines: ['1.9 MB in 1 min 12 s', 'before the lock'] });
    expect(segments[1]?.lines).toEqual(['7,000 of 12,000 records', '98,600 records/s']);
    expect(segmentPercent(segments[1] as never)).toBe('58 %');
    const lines = (progress: Record<string, unknown>) =>
      phaseSegments(importWith({ progress }), null)[1]?.lines;
    const read = { bytesPerSecond: 26_600_000 };
    expect(lines(read)).toEqual(['7,000 of 12,000 records', '98,600 records/s, 26.6 MB/s']);
    expect(lines({ ...read, rows: 0, rowsPerSecond: 0 })).toEqual(['counting the records', '26.6 MB/s']);
  });

  test('publishing has left the check behind; a receipt ends all three', () => {
    const publishing = phaseSegments(importWith({ state: 'publishing', phase: 'publish' }), null);
    expect(publishing.map((it) => it.state)).toEqual(['done', 'done', 'current']);
    const receipt = {
      ...counts,
      balanced: true,
      files: [],
      conflicts: { count: 0, items: [] },
      notes: { count: 0, items: [] },
      lineage: { objects: none, edges: none },
      retries: 0,
      durationsMs: { upload: 0, stage: 0, check: 0, publish: 0 },
    };
    const done = phaseSegments(importWith({ state: 'succeeded', phase: 'done', receipt }), null);
    expect(done.map((it) => it.state)).toEqual(['done', 'done', 'done']);
    expect(done[1]?.lines).toEqual(['280 records']);
  });

  test('the lock alone tells the phases too', () => {
    expect(jobSegments({ phase: 'check', percent: 31 }).map((it) => [it.state, it.percent])).toEqual([
      ['done', 100],
      ['current', 31],
      ['next', 0],
    ]);
    expect(jobSegments({ phase: 'done', percent: 100 }).every((it) => it.state === 'done')).toBe(true);
  });
});

describe('the headline', () => {
  const context = { isOwn: true, snapshot: 43, holderEta: 80 };

  test('says what runs and who still reads what', () => {
    expect(headline(importWith({}), context)).toEqual({
      title: 'Checking objects.csv and definitions.csv',
      note: 'Nothing is written yet. Everyone still reads snapshot #43.',
      eta: '52 s',
    });
    const first = headline(importWith({ progress: { etaSeconds: null } }), { ...context, snapshot: null });
    expect(first).toMatchObject({ note: 'Nothing is written yet.', eta: 'estimating' });
  });

  test('the time until the own turn is told only to the first in line', () => {
    const waiting = { state: 'waiting', phase: 'upload', number: null };
    expect(headline(importWith({ ...waiting, position: 1 }), context)).toMatchObject({
      title: 'You are 1st in line',
      eta: 'in 1 min 20 s',
    });
    expect(headline(importWith({ ...waiting, position: 2 }), { ...context, isOwn: false })).toMatchObject({
      title: 'Tomás is 2nd in line',
      eta: null,
    });
  });

  test('sending ends with starting', () => {
    const draft = importWith({ state: 'draft', phase: 'upload', number: null });
    expect(headline(draft, { ...context, sendingEta: null })).toMatchObject({
      title: 'Sending 2 files',
      eta: 'estimating',
    });
    expect(headline(draft, { ...context, sendingEta: null, isCut: true }).note).toContain(
      'The connection is lost',
    );
    expect(headline(draft, context)).toMatchObject({ title: 'Starting', eta: null });
  });
});

describe('files', () => {
  const local = (changes: Partial<LocalFile>): ReadonlyMap<string, LocalFile> =>
    new Map([
      [
        '0',
        {
          id: '0',
          sent: 0,
          state: 'sending',
          reason: null,
          role: 'Catalog: objects',
          records: '280 records',
          ...changes,
        },
      ],
    ]);
  const draft = importWith({ state: 'draft', phase: 'upload' });

  test.each([
    [{ sent: 0 }, { state: 'next', note: '0 %' }],
    [{ sent: 500_000 }, { state: 'current', note: '50 %' }],
    [
      { sent: 1_000_000, state: 'sent' },
      { state: 'done', note: 'sent' },
    ],
    [
      { sent: 5, state: 'retrying' },
      { state: 'current', note: 'connection lost, trying again' },
    ],
    [
      { sent: 5, state: 'stopped', reason: 'The disk is full.' },
      { state: 'stopped', note: 'The disk is full.' },
    ],
  ])('sent as %j', (changes, line) => {
    expect(fileLines(draft, local(changes))[0]).toMatchObject({
      ...line,
      role: 'Catalog: objects',
      amount: '280 records',
    });
  });

  test('each file has its own progress while it is checked', () => {
    const files = [
      { rows: 280, totalRows: 280, percent: 100 },
      { rows: 70, totalRows: 280, percent: 25.5 },
    ];
    const lines = fileLines(importWith({ progress: { files } }), new Map());
    expect(lines.map(({ state, amount, note }) => [state, amount, note])).toEqual([
      ['done', '280 records', 'read'],
      ['current', '70 of 280', '25 %'],
    ]);
    expect(fileLines(importWith({}), new Map()).map((it) => it.note)).toEqual(['waits', 'waits']);
  });
});
