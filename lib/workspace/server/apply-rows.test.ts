import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { heldToken, tempWorkspaceForEach } from '@/scripts/test/temp-workspace';
import { replaceRows, upsertRows } from './apply-rows';
import { read } from './read';
import { write } from './write';

tempWorkspaceForEach();

type Staged = { id: number; label: string | null; amount: number | null; file: number; record: number };

const StoredRow = z.object({
  id: z.int(),
  label: z.string().nullable(),
  amount: z.int().nullable(),
  from: z.int(),
  to: z.int().nullable(),
  file: z.int(),
  record: z.int(),
});

/** Rows of up to three files with keys that are all different; numbers of records have gaps, as those of rejected ones leave. */
const stagedRows = fc
  .uniqueArray(
    fc.record({
      id: fc.nat(30),
      label: fc.constantFrom('a', 'b', null),
      file: fc.integer({ min: 1, max: 3 }),
    }),
    {
      selector: ({ id }) => id,
      maxLength: 25,
    },
  )
  .map((rows) => rows.map((row, index): Staged => ({ ...row, amount: row.id % 3, record: 2 * index + 1 })));

/** Applies loads one after the other to a new table, compared in parts of `partRows`; all versions of its rows, and what was counted. */
async function applyLoads(
  name: string,
  loads: ReadonlyArray<{ mode: 'replace' | 'keep' | 'null'; rows: readonly Staged[] }>,
  partRows: number,
) {
  const counted: unknown[] = [];
  await write(heldToken, (db) =>
    db.run(`CREATE TABLE ${name} (id INTEGER, label VARCHAR, amount INTEGER, _from INTEGER NOT NULL, _to INTEGER,
      _import VARCHAR NOT NULL, _file INTEGER NOT NULL, _record BIGINT NOT NULL, _line BIGINT)`),
  );
  for (const [index, { mode, rows }] of loads.entries())
    await write(heldToken, async (db) => {
      const values = rows.map(
        ({ id, label, amount, file, record }) =>
          `(${id}, ${label === null ? 'NULL' : `'${label}'`}, ${amount}, ${file}, ${record - 1}, ${record})`,
      );
      await db.run(
        'CREATE TEMP TABLE staged (id INTEGER, label VARCHAR, amount INTEGER, _file INTEGER, _staged BIGINT, _record BIGINT, _line BIGINT)',
      );
      if (values.length > 0)
        await db.run(`INSERT INTO staged SELECT *, NULL FROM (VALUES ${values.join(', ')})`);
      const columns = ['id', 'label', 'amount'];
      const task = {
        table: { name, columns, key: ['id'] },
        staged: {
          from: ['staged'] as const,
          columns: columns.map((column) => ({ staged: column, stored: column })),
        },
        snapshot: index + 1,
        importId: `import-${index + 1}`,
        partRows,
      };
      counted.push(mode === 'replace' ? await replaceRows(db, task) : await upsertRows(db, task, mode));
      await db.run('DROP TABLE staged');
    });
  const rows = await read((db) =>
    db.all(
      StoredRow,
      `SELECT id, label, amount, _from AS from, _to AS to, _file AS file, _record AS record FROM ${name} ORDER BY id, _from`,
    ),
  );
  return { rows, counted };
}

test('what is compared part by part ends as what is compared at once', async () => {
  let table = 0;
  const mode = fc.constantFrom('replace' as const, 'keep' as const, 'null' as const);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ mode, rows: stagedRows }), { minLength: 2, maxLength: 3 }),
      fc.integer({ min: 1, max: 20 }),
      async (loads, partRows) => {
        table += 1;
        const whole = await applyLoads(`whole_${table}`, loads, 1000);
        const parts = await applyLoads(`parts_${table}`, loads, partRows);
        expect(parts).toEqual(whole);
        const last = loads.at(-1);
        if (last?.mode === 'replace')
          expect(parts.rows.filter(({ to }) => to === null).map(({ id }) => id)).toEqual(
            last.rows.map(({ id }) => id).toSorted((a, b) => a - b),
          );
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
