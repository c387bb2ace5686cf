import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { choicesFromFields } from './multipart-choices';

function refused(fields: Record<string, string>): AppError {
  try {
    choicesFromFields(fields);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('expected a refusal');
}

describe('choices as multipart fields', () => {
  it('reads plain texts, numbers, JSON objects and the short form of a source', () => {
    expect(choicesFromFields({})).toEqual({});
    expect(choicesFromFields({ source: 'shop', mode: 'merge', owner: ' Anna ' })).toEqual({
      source: { name: 'shop', dialect: 'tsql' },
      mode: 'merge',
      owner: 'Anna',
    });
    expect(
      choicesFromFields({
        source: '{"name":"shop","dialect":"tsql","database":"Sales"}',
        onBadRecord: 'keep',
        maxRejects: '20',
        maxRejectPercent: '2.5',
        dryRun: 'true',
        dataset: 'orders',
        key: 'id, line no',
        formats: '[{"file":1,"kind":"rows"}]',
      }),
    ).toEqual({
      source: { name: 'shop', dialect: 'tsql', database: 'Sales' },
      onBadRecord: 'keep',
      maxRejects: 20,
      maxRejectPercent: 2.5,
      dryRun: true,
      dataset: 'main.orders',
      key: ['id', 'line no'],
      formats: [{ file: 1, kind: 'rows' }],
    });
  });

  it.each([
    ['maxRejects', 'many'],
    ['maxRejects', ''],
    ['maxRejects', '-1'],
    ['maxRejectPercent', '101'],
    ['mode', 'mangle'],
    ['source', '   '],
    ['source', '{"name": 5}'],
    ['source', '{broken'],
    ['dryRun', 'perhaps'],
    ['dataset', 'a/b'],
    ['key', ''],
    ['formats', '[{}]'],
    ['owner', 'a\u202eb'],
    ['colour', 'red'],
  ])('refuses %s=%s and names the field', (name, text) => {
    const error = refused({ [name]: text });
    expect(error.code).toBe('invalid-request');
    expect(error.invalidParams?.[0]?.name).toContain(name);
  });
});
