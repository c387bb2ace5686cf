import { describe, expect, test } from 'vitest';
import type { FilePreview } from '@/lib/formats/preview/file-preview';
import type { ExtractRole } from '@/lib/imports/contract';
import { checkChoices, initialChoices } from './draft-choices';
import type { DraftFile } from './draft-file';
import { knownSources, proposeSourceName } from './propose-source-name';
import { proposeScriptSource } from './scripts/propose-script-source';
import { scriptDialect } from './scripts/script-dialect';
import { scriptView } from './scripts/script-view';
import { summariseFiles, whyNotContinue, whyNotInMode } from './summarise-files';
import { describeTaken, takeFiles } from './take-files';

const table = { columns: [], rows: [], note: null };

function fileOf(preview: FilePreview | null, changes: Partial<DraftFile> = {}): DraftFile {
  return { key: 'k', name: 'a.csv', size: 10, lastModified: 1, file: null, preview, ...changes };
}

function extract(role: ExtractRole): FilePreview {
  const records = { count: 5, exact: true };
  return {
    kind: 'extract',
    format: 'csv',
    role,
    found: 4,
    expected: 4,
    records,
    dialect: null,
    table,
    notes: [],
  };
}

describe('what the files amount to', () => {
  const unsupported: FilePreview = { kind: 'unsupported', reason: 'A PDF.' };

  test('only recognised files count, and what a full extract lacks is named', () => {
    const summary = summariseFiles([fileOf(extract('objects')), fileOf(unsupported, { size: 99 })]);
    expect(summary).toMatchObject({
      total: 2,
      bytes: 10,
      isReading: false,
      missing: ['definitions', 'dependencies'],
    });
    expect(whyNotContinue(summary)).toBeNull();
    expect(whyNotInMode(summary, 'replace')).toContain('Missing: definitions and dependencies');
    expect(whyNotInMode(summary, 'merge')).toBeNull();
  });

  test.each([
    [[], 'Choose at least one file'],
    [[fileOf(null, { file: new File([], 'a.csv') })], 'Wait until every file has been looked at'],
    [[fileOf(unsupported)], 'None of these files can be imported'],
  ])('it does not go on with nothing to send', (files, reason) => {
    expect(whyNotContinue(summariseFiles(files))).toBe(reason);
  });

  test('optional kinds are not missed', () => {
    const roles: ExtractRole[] = ['objects', 'definitions', 'dependencies'];
    expect(summariseFiles(roles.map((role) => fileOf(extract(role)))).missing).toEqual([]);
  });
});

describe('taking files', () => {
  let keys = 0;
  const newKey = () => String(++keys);
  const file = (name: string, content = 'x') => new File([content], name, { lastModified: 5 });

  test('unsafe names and repeated files are refused with a reason', () => {
    const first = takeFiles([], [file('a.csv')], newKey);
    const taken = takeFiles(first.files, [file('a.csv'), file('b.csv'), file('a\u202eb.csv')], newKey);
    expect(taken.files.map((it) => it.name)).toEqual(['a.csv', 'b.csv']);
    expect(taken.refused.map((it) => it.reason)).toEqual([
      'It is already in the list',
      expect.stringContaining('Invalid filename: it contains the hidden character <U+202E>'),
    ]);
    expect(describeTaken(taken)).toContain('1 file taken, 2 not. a.csv: It is already in the list.');
  });

  test('the same file again gives its bytes back after a reload', () => {
    const restored = fileOf(extract('objects'), { name: 'a.csv', size: 1, lastModified: 5, key: 'old' });
    const taken = takeFiles([restored], [file('a.csv')], newKey);
    expect(taken.refused).toEqual([]);
    expect(taken.files).toHaveLength(1);
    expect(taken.files[0]).toMatchObject({ key: 'old', file: expect.any(File) });
  });

  test('a changed file of the same name is another file', () => {
    const restored = fileOf(extract('objects'), { name: 'a.csv', size: 1, lastModified: 4 });
    expect(takeFiles([restored], [file('a.csv')], newKey).files).toHaveLength(2);
  });

  test('at most 100 files', () => {
    const many = Array.from({ length: 101 }, (_, index) => file(`f${index}.csv`));
    const taken = takeFiles([], many, newKey);
    expect(taken.files).toHaveLength(100);
    expect(taken.refused).toEqual([{ name: 'f100.csv', reason: 'One import takes at most 100 files' }]);
  });
});

describe('choices', () => {
  const typed = { ...initialChoices, sourceName: ' AdventureWorks ' };

  test('empty fields are left to their defaults', () => {
    expect(checkChoices(typed, true, 'tsql')).toEqual({
      ok: true,
      choices: { source: { name: 'AdventureWorks', dialect: 'tsql' }, mode: 'replace', onBadRecord: 'stop' },
    });
  });

  test('limits are read as they are written on the screens', () => {
    const keep = { ...typed, onBadRecord: 'keep' as const, maxRejects: '1,000', maxRejectPercent: '0.01 %' };
    expect(checkChoices(keep, true, 'tsql')).toMatchObject({
      ok: true,
      choices: { onBadRecord: 'keep', maxRejects: 1000, maxRejectPercent: 0.01 },
    });
  });

  test('bad limits count only when good records are kept', () => {
    const bad = { ...typed, maxRejects: '-1', maxRejectPercent: '101' };
    expect(checkChoices(bad, true, 'tsql')).toMatchObject({ ok: true });
    expect(checkChoices({ ...bad, onBadRecord: 'keep' }, true, 'tsql')).toEqual({
      ok: false,
      errors: { maxRejects: 'a whole number from 0 up', maxRejectPercent: 'a number from 0 to 100' },
    });
  });

  test('a source needs a name', () => {
    expect(checkChoices({ ...typed, sourceName: '  ' }, true, 'tsql')).toEqual({
      ok: false,
      errors: { sourceName: 'Give the source a name' },
    });
  });
});

describe('proposing a source', () => {
  const done = (name: string, number: number, state: 'succeeded' | 'failed' = 'succeeded') => ({
    state,
    number,
    owner: { name: 'Anna', verified: false },
    source: { name, dialect: 'tsql' as const },
  });

  test('known are the sources of published imports, the last one first, each once', () => {
    const known = knownSources([
      done('Broken', 4, 'failed'),
      done('Sales', 3),
      done('Main', 2),
      done('Sales', 1),
    ]);
    expect(known).toEqual([
      { name: 'Sales', number: 3, owner: 'Anna' },
      { name: 'Main', number: 2, owner: 'Anna' },
    ]);
  });

  test.each([
    [['sales_objects.csv', 'sales_definitions.csv'], [], 'sales'],
    [['sales_objects.csv', 'sales_definitions.csv'], ['Main', 'Sales'], 'Sales'],
    [['objects.parquet', 'definitions.parquet'], [], 'Warehouse'],
    [['sales_objects.csv', 'hr_definitions.csv'], [], 'Warehouse'],
    [['objects.parquet'], ['Main'], 'Main'],
    [['objects.parquet'], ['Main', 'Sales'], ''],
    [[], [], 'Warehouse'],
  ])('%j beside %j proposes "%s"', (names, known, proposed) =>
    expect(proposeSourceName(names, known)).toBe(proposed),
  );
});

describe('scripts', () => {
  const script = (text: string): FilePreview => ({
    kind: 'script',
    format: 'sql',
    encoding: 'utf-8',
    text,
    share: 1,
  });
  const TSQL =
    'CREATE PROCEDURE dbo.p AS SELECT TOP 1 a FROM [dbo].[t]\nGO\nDELETE FROM dbo.t\nGO\nEXEC dbo.p';
  const POSTGRES =
    "CREATE TABLE t (a jsonb); CREATE VIEW v AS SELECT a->>'x' AS b FROM t WHERE a->>'y' ILIKE 'z'";

  test('are told in numbers, in the dialect they look like unless another one is chosen', () => {
    const files = [fileOf(script(TSQL)), fileOf(script('SELECT 1'))];
    expect(scriptDialect(files, { dialect: null })).toBe('tsql');
    expect(scriptDialect([fileOf(script(POSTGRES))], { dialect: null })).toBe('postgres');
    expect(scriptDialect(files, { dialect: 'oracle' })).toBe('oracle');
    expect(scriptDialect([fileOf(extract('objects'))], { dialect: null })).toBe('tsql');
    const preview = files[0]?.preview;
    if (preview?.kind !== 'script') throw new Error('It is a script.');
    expect(scriptView(preview, 'tsql')).toMatchObject({
      words: '2 statements, 1 procedure',
      entries: [{ type: 'procedure', name: 'dbo.p', line: 1 }],
      records: { count: 2, exact: true },
      unclosedLine: null,
    });
  });

  test('need no other file, and go in an import of their own', () => {
    const alone = summariseFiles([fileOf(script(TSQL))]);
    expect(alone).toMatchObject({ hasExtract: true, missing: [], isMixed: false });
    expect(whyNotInMode(alone, 'replace')).toBeNull();
    const mixed = summariseFiles([fileOf(script(TSQL)), fileOf(extract('objects'))]);
    expect(whyNotContinue(mixed)).toContain('one after the other');
  });

  test.each([
    [['LoadFactSales.sql'], 'LoadFactSales'],
    [['dw_tables.sql', 'dw_views.sql'], 'Scripts'],
    [['sales-01.sql', 'sales-02.sql'], 'sales'],
    [['a.sql', 'b.sql'], 'Scripts'],
  ])('%j propose the source %s', (names, proposed) => expect(proposeScriptSource(names)).toBe(proposed));
});
