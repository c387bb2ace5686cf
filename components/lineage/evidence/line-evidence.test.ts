import { describe, expect, it } from 'vitest';
import type { Edge, Evidence } from '@/lib/lineage/contract';
import { confidenceWords } from './confidence-words';
import { agreement, agreementWords, lineEvidence, proofPlace, verdictWords } from './line-evidence';
import { proofMarksAt } from './proof-marks';
import { proofLine } from './proof-places';

const proof = (method: Evidence['method'], more: Partial<Evidence> = {}): Evidence => ({
  method,
  origin: { source: 'erp', import: 38, file: 'dependencies.parquet', record: 3107 },
  object: null,
  span: null,
  confidence: 1,
  ...more,
});

const line = (...evidence: Evidence[]) => ({
  edges: [
    { id: 'a-b-reads', from: 'a', to: 'b', kind: 'reads', verdict: 'declared-only', evidence } satisfies Edge,
  ],
});

const known = { declaring: ['erp'], notRead: [] };
const table = { type: 'table' } as const;
const view = { type: 'view' } as const;
const file = { type: 'file' } as const;

describe('the evidence of a line', () => {
  it('lists every method, also the one that found nothing', () => {
    const entries = lineEvidence(line(proof('declared'), proof('declared')), table, view, known);
    expect(entries.map(({ name, proofs, absence }) => [name, proofs.length, absence])).toEqual([
      ['Declared', 2, undefined],
      ['Parsed SQL', 0, 'no statement says so'],
      ['Comment hint', 0, 'no comment says so'],
      ['Query log', 0, 'no logged statement says so'],
    ]);
    expect(agreement(entries)).toEqual({ agree: 1, of: 2 });
    expect(verdictWords(entries)).toBe('Declared only');
    expect(agreementWords(entries)).toBe('1 of 2 methods that could tell');
  });

  it('does not count a method that cannot see the line', () => {
    const entries = lineEvidence(line(proof('hint')), file, table, known);
    expect(entries.map(({ absence }) => absence)).toEqual([
      'not possible for files',
      'no definition to read',
      undefined,
      'no logged statement says so',
    ]);
    expect(agreement(entries)).toEqual({ agree: 1, of: 1 });
    expect(agreementWords(entries)).toBe('No other method could tell');
  });

  it('does not take the silence of comments for doubt: nobody has to write them', () => {
    const entries = lineEvidence(line(proof('parsed'), proof('declared')), table, view, known);
    expect(agreementWords(entries)).toBe('2 of 2 methods agree');
    expect(verdictWords(lineEvidence(line(proof('parsed')), table, view, known))).toBe('Parsed only');
  });

  it('says what only a query log shows, and takes no silence of logs for doubt', () => {
    const seen = lineEvidence(line(proof('query-log')), table, table, known);
    expect([verdictWords(seen), agreementWords(seen)]).toEqual([
      'Seen only in query logs',
      '1 of 2 methods that could tell',
    ]);
    const both = lineEvidence(line(proof('parsed'), proof('query-log')), table, view, known);
    expect([verdictWords(both), agreementWords(both)]).toEqual(['Confirmed', '2 of 3 methods agree']);
  });

  it('agrees when both methods have proof', () => {
    const entries = lineEvidence(line(proof('hint'), proof('declared')), table, table, known);
    expect(agreement(entries)).toEqual({ agree: 2, of: 2 });
    expect([verdictWords(entries), agreementWords(entries)]).toEqual(['Confirmed', '2 of 2 methods agree']);
  });

  it('does not take the silence of a list for doubt that nobody imported', () => {
    const entries = lineEvidence(line(proof('parsed')), table, view, { ...known, declaring: ['crm'] });
    expect(entries[0]?.absence).toBe('no list of dependencies was imported');
    expect(agreement(entries)).toEqual({ agree: 1, of: 1 });
  });

  it('says that a statement which was not read may say so', () => {
    const notRead = [{ node: 'b' }];
    const entries = lineEvidence(line(proof('hint')), table, { ...view, id: 'b' }, { ...known, notRead });
    expect(entries[1]?.absence).toBe('no statement that was read says so');
  });

  it('says where a proof is', () => {
    const span = (from: number, to: number) => ({
      start: { line: from, column: 1 },
      end: { line: to, column: 9 },
    });
    expect(proofPlace(proof('declared'))).toBe('dependencies.parquet, record 3,107');
    expect(proofPlace(proof('hint', { span: span(18, 18) }))).toBe(
      'dependencies.parquet, record 3,107, line 18',
    );
    expect(proofPlace(proof('hint', { span: span(18, 20) }))).toMatch(/lines 18 to 20$/);
    const words = { span: span(3, 32), at: [span(18, 18), span(20, 20)] };
    expect(proofPlace(proof('parsed', words))).toMatch(/lines 18 and 20$/);
    expect(proofPlace(proof('parsed', { ...words, at: [span(20, 20)] }))).toMatch(/line 20$/);
    expect([proofLine(words), proofLine({ span: span(3, 32) }), proofLine({ span: null })]).toEqual([
      18,
      3,
      undefined,
    ]);
  });
});

describe('how sure a proof is', () => {
  it('has a word for every rule', () => {
    expect([1, 0.95, 0.9, 0.8, 0.65, 0.5, 0.3, 0.15].map(confidenceWords)).toEqual([
      ...['sure', 'sure', 'sure', 'fairly sure', 'not quite sure', 'unsure', 'a guess', 'a guess'],
    ]);
  });
});

describe('the marks of a chosen line', () => {
  const span = (line: number, column: number, end = line) => ({
    start: { line, column },
    end: { line: end, column: column + 4 },
  });

  it('are the places of all that has one there, each once, in the order of the text', () => {
    const statement = span(3, 1, 30);
    const proofs = [
      { span: statement, at: [span(18, 9), span(20, 6)] },
      { span: span(20, 1) },
      { span: span(18, 2, 21) },
      { span: span(18, 9) },
    ];
    expect(proofMarksAt(18, proofs)).toEqual({
      spans: [span(18, 2, 21), span(18, 9), span(20, 6)],
      statements: [statement],
    });
    expect(proofMarksAt(19, proofs).spans).toEqual([]);
    expect(proofMarksAt(undefined, proofs).spans).toEqual([]);
  });
});
