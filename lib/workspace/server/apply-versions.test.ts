import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { heldToken, tempWorkspaceForEach } from '@/scripts/test/temp-workspace';
import type { VersionedTable } from '../tables';
import { asOf, current, diff } from '../versions';
import { appendVersions, applyVersions } from './apply-versions';
import { read } from './read';
import type { Writer } from './reader';
import { write } from './write';

/** A key of two parts, the second one nullable, and two value columns. */
const table = {
  name: 'catalog_test',
  columns: { source: 'VARCHAR NOT NULL', part: 'INTEGER', label: 'VARCHAR', amount: 'DOUBLE' },
  key: ['source', 'part'],
} as const satisfies VersionedTable;

const Row = z.object({
  source: z.string(),
  part: z.int().nullable(),
  label: z.string().nullable(),
  amount: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
const StoredRow = Row.extend({ _import: z.string(), _file: z.int(), _record: z.int() });
type Staged = Row & { _file: number; _record: number };

tempWorkspaceForEach();

const createTable = () =>
  write(heldToken, async (db) => {
    await db.run(`CREATE TABLE catalog_test (source VARCHAR NOT NULL, part INTEGER, label VARCHAR, amount DOUBLE,
      _from INTEGER NOT NULL, _to INTEGER, _import VARCHAR NOT NULL, _file INTEGER NOT NULL, _record BIGINT NOT NULL)`);
  });

async function stageRows(db: Writer, rows: readonly Staged[]): Promise<string> {
  await db.run(
    'CREATE TEMP TABLE staged (source VARCHAR, part INTEGER, label VARCHAR, amount DOUBLE, _file INTEGER, _record BIGINT)',
  );
  for (const row of rows) {
    await db.run('INSERT INTO staged VALUES ($source, $part, $label, $amount, $_file, $_record)', row);
  }
  return 'staged';
}

const importOf = (snapshot: number) => `import-${snapshot}`;

type Step = { mode: 'append' | 'replace' | 'upsert'; source: string; rows: readonly Staged[] };

const applyStep = (step: Step, snapshot: number) =>
  write(heldToken, async (db) => {
    const stage = await stageRows(db, step.rows);
    const staged = { table, stage, snapshot, importId: importOf(snapshot) };
    if (step.mode === 'append') return appendVersions(db, staged);
    const scope = { sql: 'source = $source', params: { source: step.source } };
    return applyVersions(db, { ...staged, scope: step.mode === 'replace' ? scope : null });
  });

const rowsAt = (snapshot: number) =>
  read((db) =>
    db.all(
      StoredRow,
      `SELECT t.* EXCLUDE (_from, _to) FROM ${asOf(table)} AS t ORDER BY source, part NULLS FIRST`,
      { snapshot },
    ),
  );

const keyOf = (row: Row) => JSON.stringify([row.source, row.part]);
const contentOf = (row: Row) => JSON.stringify([row.label, row.amount]);
type Stored = Row & { _import: string; _file: number; _record: number };
type Model = Map<string, Stored>;

/** The mechanism in its plainest form: a map of the current rows, copied for each snapshot. */
function applyToModel(model: Model, step: Step, snapshot: number) {
  const next: Model = new Map(model);
  const files = new Map<number, { file: number; inserted: number; updated: number; unchanged: number }>();
  const staged = new Set(step.rows.map(keyOf));
  for (const row of step.rows) {
    const counts = files.get(row._file) ?? { file: row._file, inserted: 0, updated: 0, unchanged: 0 };
    const before = model.get(keyOf(row));
    if (before && contentOf(before) === contentOf(row)) counts.unchanged += 1;
    else {
      counts[before ? 'updated' : 'inserted'] += 1;
      next.set(keyOf(row), { ...row, _import: importOf(snapshot) });
    }
    files.set(row._file, counts);
  }
  let ended = 0;
  if (step.mode === 'replace') {
    for (const [key, row] of model) {
      if (row.source !== step.source || staged.has(key)) continue;
      next.delete(key);
      ended += 1;
    }
  }
  return { next, outcome: { files: [...files.values()].sort((a, b) => a.file - b.file), ended } };
}

/** Append is for new rows; what it does with a key that is there already is another test's matter. */
function appendable(step: Step, model: Model): Step {
  if (step.mode !== 'append') return step;
  return { ...step, rows: step.rows.filter((row) => !model.has(keyOf(row))) };
}

const byKey = (a: Row, b: Row) =>
  a.source === b.source ? (a.part ?? -1) - (b.part ?? -1) : a.source < b.source ? -1 : 1;

const sortedRows = (model: Model) =>
  [...model.values()]
    .sort(byKey)
    .map(({ _file, _record, _import, ...row }) => ({ ...row, _import, _file, _record }));

const anyRow = fc.record({
  source: fc.constantFrom('a', "b'; DROP TABLE x; --", 'ü'),
  part: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
  label: fc.option(fc.constantFrom('', 'x', 'y'), { nil: null }),
  amount: fc.option(fc.constantFrom(0, 1.5), { nil: null }),
});

const anyStep: fc.Arbitrary<Step> = fc
  .record({
    mode: fc.constantFrom('append' as const, 'replace' as const, 'upsert' as const),
    source: fc.constantFrom('a', "b'; DROP TABLE x; --", 'ü'),
    rows: fc.uniqueArray(anyRow, { selector: keyOf, maxLength: 12 }),
  })
  .chain((step) =>
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 12, maxLength: 12 }).map((files) => ({
      ...step,
      // As in an import: everything of a replaced source is staged under that source.
      rows: step.rows
        .filter((row) => step.mode !== 'replace' || row.source === step.source)
        .map((row, index) => ({ ...row, _file: files[index] ?? 1, _record: index + 1 })),
    })),
  );

test('any sequence of append, replace and upsert equals a plain model: counts, every snapshot, every difference', async () => {
  await createTable();
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), async (steps) => {
      await write(heldToken, (db) => db.run('DELETE FROM catalog_test'));
      const models: Model[] = [new Map()];
      for (const [index, given] of steps.entries()) {
        const step = appendable(given, models[index] ?? new Map());
        const { next, outcome } = applyToModel(models[index] ?? new Map(), step, index + 1);
        expect(await applyStep(step, index + 1)).toEqual(outcome);
        models.push(next);
      }
      for (const [snapshot, model] of models.entries()) {
        expect(await rowsAt(snapshot)).toEqual(sortedRows(model));
        expect(await changes(snapshot, models.length - 1)).toEqual(
          modelChanges(model, models.at(-1) ?? model),
        );
        expect(await changes(models.length - 1, snapshot)).toEqual(
          modelChanges(models.at(-1) ?? model, model),
        );
      }
      const now = await read((db) =>
        db.all(StoredRow, `SELECT t.* EXCLUDE (_from, _to) FROM ${current(table)} AS t`),
      );
      expect([...now].sort(byKey)).toEqual(sortedRows(models.at(-1) ?? new Map()));
    }),
    { numRuns: 25 },
  );
});

const Change = z.object({ source: z.string(), part: z.int().nullable(), change: z.string() });

const changes = (from: number, to: number) =>
  read((db) =>
    db.all(Change, `SELECT d.* FROM ${diff(table)} AS d ORDER BY source, part NULLS FIRST`, { from, to }),
  );

function modelChanges(before: Model, after: Model) {
  const keys = new Set([...before.keys(), ...after.keys()]);
  const list = [...keys].flatMap((key) => {
    const old = before.get(key);
    const row = after.get(key);
    if (old && row && contentOf(old) === contentOf(row)) return [];
    const known = row ?? old;
    if (!known) return [];
    return {
      source: known.source,
      part: known.part,
      change: old && row ? 'changed' : row ? 'added' : 'removed',
      label: null,
      amount: null,
    };
  });
  return list.sort(byKey).map(({ source, part, change }) => ({ source, part, change }));
}

describe('single steps', () => {
  const row = (values: Partial<Staged>): Staged => ({
    source: 'a',
    part: 1,
    label: 'x',
    amount: null,
    _file: 1,
    _record: 1,
    ...values,
  });

  test('unchanged rows keep the version they have', async () => {
    await createTable();
    await applyStep({ mode: 'upsert', source: 'a', rows: [row({})] }, 1);
    const outcome = await applyStep({ mode: 'upsert', source: 'a', rows: [row({ _file: 2 })] }, 2);
    expect(outcome).toEqual({ files: [{ file: 2, inserted: 0, updated: 0, unchanged: 1 }], ended: 0 });
    const versions = await read((db) => db.columns('SELECT _from, _to, _import, _file FROM catalog_test'));
    expect(versions).toEqual({ _from: [1], _to: [null], _import: ['import-1'], _file: [1] });
  });

  test('append keeps every row, also of one key', async () => {
    await createTable();
    const outcome = await write(heldToken, async (db) => {
      const stage = await stageRows(db, [row({}), row({ _record: 2 }), row({ _file: 2 })]);
      return appendVersions(db, { table, stage, snapshot: 1, importId: 'i' });
    });
    expect(outcome).toEqual({
      files: [
        { file: 1, inserted: 2, updated: 0, unchanged: 0 },
        { file: 2, inserted: 1, updated: 0, unchanged: 0 },
      ],
      ended: 0,
    });
    expect(await rowsAt(1)).toHaveLength(3);
  });

  test('a key staged twice is refused and nothing is written', async () => {
    await createTable();
    const twice = applyStep(
      { mode: 'upsert', source: 'a', rows: [row({ part: null }), row({ part: null, _record: 7 })] },
      1,
    );
    await expect(twice).rejects.toThrow('Records 1 and 7 are staged for catalog_test with the same key.');
    expect(await rowsAt(1)).toEqual([]);
  });

  test('a table without a key can only be appended to', async () => {
    await createTable();
    const keyless = write(heldToken, async (db) =>
      applyVersions(db, {
        table: { ...table, key: [] },
        stage: await stageRows(db, []),
        scope: null,
        snapshot: 1,
        importId: 'i',
      }),
    );
    await expect(keyless).rejects.toThrow('catalog_test has no key');
  });
});
