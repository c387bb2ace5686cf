import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { DatasetModel, type ModelLoad } from '@/scripts/test/dataset-model';
import type { RowsStage } from '@/scripts/test/stage-rows';
import { withImportServer } from '@/scripts/test/with-import-server';

withImportServer({ LOG_LEVEL: 'silent' });

/** Sequences that run side by side, each on a dataset of its own, and how often: 300 in all. */
const SIDE_BY_SIDE = 25;
const ROUNDS = 12;

const cell = fc.option(fc.constantFrom('a', 'b'), { nil: null });
const load: fc.Arbitrary<ModelLoad> = fc.record({
  mode: fc.constantFrom('append', 'replace', 'upsert'),
  blankCells: fc.constantFrom('keep', 'null'),
  rows: fc.uniqueArray(fc.record({ key: fc.constantFrom('1', '2', '3', '4'), value: cell, more: cell }), {
    selector: (row) => row.key,
    maxLength: 4,
  }),
});
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('load', 'load', 'load', 'cancel'),
      loads: fc.array(load, { minLength: SIDE_BY_SIDE, maxLength: SIDE_BY_SIDE }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('roll back' as const), back: fc.nat(4) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Tried = { dataset: string; isKeyed: boolean; model: DatasetModel };

function stageOf({ dataset, isKeyed }: Tried, { mode, rows }: ModelLoad): RowsStage {
  return {
    dataset,
    columns: { key: 'text', value: 'text', more: 'text' },
    key: isKeyed ? ['key'] : [],
    mode,
    rows: rows.map((row) => [row.key, row.value, row.more]),
  };
}

/** What can be done: an upsert needs a key, and an append into a dataset with a key only new ones. */
function possible({ isKeyed, model }: Tried, given: ModelLoad): ModelLoad {
  if (!isKeyed) return given.mode === 'upsert' ? { ...given, mode: 'append' } : given;
  const isTaken = given.mode === 'append' && given.rows.some((row) => model.rows.has(row.key));
  return isTaken ? { ...given, mode: 'upsert' } : given;
}

/** The rows that readers see, as the model writes them. */
async function textsOf(tried: readonly Tried[]): Promise<string[][]> {
  const { read } = await import('@/lib/workspace/server/read');
  const { findDatasets } = await import('@/lib/datasets/server/find-datasets');
  return read(async (db) => {
    const found = await findDatasets(db, { names: tried.map((one) => one.dataset) });
    const selects = found.map(
      ({ name, table }) =>
        `SELECT '${name}' AS dataset, concat_ws(' ', key, coalesce(value, 'null'), coalesce(more, 'null'), i.number || '/' || r._record) AS line
         FROM ${table} AS r JOIN imports AS i ON i.id = r._import WHERE r._to IS NULL`,
    );
    const shape = z.object({ dataset: z.string(), line: z.string() });
    const lines = selects.length === 0 ? [] : await db.all(shape, selects.join(' UNION ALL '));
    return tried.map(({ dataset }) =>
      lines
        .filter((row) => row.dataset === dataset)
        .map((row) => row.line)
        .sort(),
    );
  });
}

/** How many rows each has as its imports kept it, without a look at the rows. */
async function keptCounts(tried: readonly Tried[]): Promise<number[]> {
  const { read } = await import('@/lib/workspace/server/read');
  const kept = await read((db) =>
    db.all(
      z.object({ dataset: z.string(), rows: z.int() }),
      'SELECT dataset, arg_max(rows, snapshot) AS rows FROM dataset_loads GROUP BY dataset',
    ),
  );
  return tried.map(({ dataset }) => kept.find((one) => one.dataset === dataset)?.rows ?? 0);
}

async function run(tried: readonly Tried[], steps: readonly Step[]): Promise<void> {
  const { importRows } = await import('@/scripts/test/stage-rows');
  const { rollBackImport } = await import('./roll-back-import');
  const { waitForImport } = await import('../start/wait-for-import');
  const published: number[] = [];
  for (const one of steps) {
    if (one.kind === 'roll back') {
      const target = published.at(-1 - (one.back % Math.max(1, published.length)));
      if (target === undefined) continue;
      const started = await rollBackImport(String(target), {}).catch((error: unknown) => error);
      if (started instanceof Error) {
        expect(started).toMatchObject({ code: 'conflicting-state' });
        continue;
      }
      const { id } = started as { id: string };
      const done = await waitForImport(id, 60, new AbortController().signal);
      expect(done).toMatchObject({ state: 'succeeded', problem: null });
      for (const { model } of tried) model.rollBack(done.number ?? 0, target);
      published.push(done.number ?? 0);
    } else {
      const loads = tried.map((it, index) => possible(it, one.loads[index] as ModelLoad));
      const keeps = loads.map(({ blankCells }, index) => [tried[index]?.dataset ?? '', { blankCells }]);
      const done = await importRows({
        stages: tried.map((it, index) => stageOf(it, loads[index] as ModelLoad)),
        choices: { datasets: Object.fromEntries(keeps) },
        isCounted: published.length % 3 === 1,
        before: (active) => {
          if (one.kind === 'load') return;
          active.cancelledBy = 'Anna';
          active.stop.abort();
        },
      });
      expect(done.state).toBe(one.kind === 'load' ? 'succeeded' : 'cancelled');
      if (one.kind === 'load') {
        const number = done.number ?? 0;
        tried.forEach(({ model }, index) => {
          expect(model.load(number, loads[index] as ModelLoad)).toBe(true);
        });
        published.push(number);
      }
    }
    expect(await textsOf(tried)).toEqual(tried.map(({ model }) => model.texts()));
    expect(await keptCounts(tried)).toEqual(tried.map(({ model }) => model.rows.size));
  }
}

it(`${SIDE_BY_SIDE * ROUNDS} random sequences of append, replace, upsert, roll back and cancel: as the plain model after each step`, async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 7 }), async (steps) => {
      round += 1;
      const tried = Array.from({ length: SIDE_BY_SIDE }, (_, index): Tried => {
        const isKeyed = index % 4 !== 0;
        return { dataset: `model${round}.s${index}`, isKeyed, model: new DatasetModel(isKeyed) };
      });
      await run(tried, steps);
    }),
    { numRuns: ROUNDS, seed: 20_261_123, endOnFailure: true },
  );
}, 900_000);
