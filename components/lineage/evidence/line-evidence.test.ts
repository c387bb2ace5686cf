import { describe, expect, it } from 'vitest';
import type { Edge, Evidence } from '@/lib/lineage/contract';
import { agreement, lineEvidence, proofPlace } from './line-evidence';

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

const table = { type: 'table' } as const;
const view = { type: 'view' } as const;
const file = { type: 'file' } as const;

describe('the evidence of a line', () => {
  it('lists every method, also the one that found nothing', () => {
    const entries = lineEvidence(line(proof('declared'), proof('declared')), table, view);
    expect(entries.map(({ name, proofs, absence }) => [name, proofs.length, absence])).toEqual([
      ['Declared', 2, undefined],
      ['Parsed SQL', 0, 'no statement says so'],
      ['Comment hint', 0, 'no comment says so'],
    ]);
    expect(agreement(entries)).toEqual({ agree: 1, of: 3 });
  });

  it('does not count a method that cannot see the line', () => {
    const entries = lineEvidence(line(proof('hint')), file, table);
    expect(entries.map(({ absence }) => absence)).toEqual([
      'not possible for files',
      'no definition to read',
      undefined,
    ]);
    expect(agreement(entries)).toEqual({ agree: 1, of: 1 });
  });

  it('agrees when both methods have proof', () => {
    expect(agreement(lineEvidence(line(proof('hint'), proof('declared')), table, table))).toEqual({
      agree: 2,
      of: 2,
    });
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
  });
});
