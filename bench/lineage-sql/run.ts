import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import type { Body } from '@/lib/lineage/sql/ir/body';
import { openModel } from '@/lib/lineage/sql/model/open-model';
import { readScript } from '@/lib/lineage/sql/read-script';
import type { SqlObject } from '@/lib/lineage/sql/sql-object';
import { mutateSql } from '@/lib/lineage/sql/testing/mutate-sql';
import { type DefinitionPool, openDefinitionPool } from '@/lib/lineage/sql/threads/definition-pool';
import { unpackBody } from '@/lib/lineage/sql/threads/read-answer';
import { bundleForChild } from '@/scripts/test/typescript-child';
import { generateEstate } from './generate-estate';
import { importEstate } from './import-estate';

const SEED = 20;
const OBJECTS = Number(process.argv[2] ?? 10_000);
const MUTATED = 5000;

const { catalog, objects } = generateEstate(OBJECTS, SEED);
const characters = objects.reduce((sum, { text }) => sum + text.length, 0);
console.log(
  `${objects.length} definitions, ${(characters / 1e6).toFixed(1)} million characters, seed ${SEED}; ` +
    `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
);

const file = resolve(await bundleForChild('lib/lineage/sql/threads/definition-thread.ts'));
const pool = openDefinitionPool({ file, threads: 2, deadlineMs: 20_000, heapMegabytes: 1024 });
await pool.read(objects[0] ?? neverEmpty());

const started = performance.now();
const answers = await Promise.all(
  objects.map((object) => pool.read(object).then((answer) => ({ object, ...answer }))),
);
const read = performance.now();
const model = openModel(answers, catalog, 'tsql');
const kept = new Map<SqlObject, string>();
const told = { statements: 0, edges: 0, diagnostics: 0, outcomes: new Map<string, number>() };
for (const { object, outline, body } of model.order) {
  const { facts, reading } = model.bind(object, unpackBody(body));
  kept.set(object, JSON.stringify({ outline, reading }));
  told.statements += facts.statements.length;
  told.diagnostics += facts.diagnostics.length;
  for (const { columnEdges, outcome } of facts.statements) {
    told.edges += columnEdges.length;
    told.outcomes.set(outcome, (told.outcomes.get(outcome) ?? 0) + 1);
  }
}
const bound = performance.now();
const { statements } = told;
const perSecond = (count: number, ms: number) => Math.round((count / ms) * 1000);
console.log('| stage | s | objects/s | statements/s |\n|---|---:|---:|---:|');
for (const [stage, ms] of [
  ['read (2 threads)', read - started],
  ['bind and resolve', bound - read],
  ['end to end', bound - started],
  ['import again, unchanged', await again()],
] as const) {
  console.log(
    `| ${stage} | ${(ms / 1000).toFixed(1)} | ${perSecond(objects.length, ms)} | ${perSecond(statements, ms)} |`,
  );
}
console.log(
  `${statements} statements (${words(told.outcomes)}), ${told.edges} column edges, ${told.diagnostics} diagnostics, ` +
    `${Math.round(process.memoryUsage().rss / 1e6)} MB resident, ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB of it heap; ` +
    `kept for the next import: ${Math.round([...kept.values()].reduce((sum, text) => sum + text.length, 0) / 1e6)} MB`,
);

await survive(pool);
await pool.close();
await importEstate({ catalog, objects }, 3);

/** Reads mutated definitions: every one must be answered. */
async function survive(threads: DefinitionPool): Promise<void> {
  const before = performance.now();
  const originals = objects.slice(0, 300).map(({ text }) => text);
  const mutated = [...mutateSql(originals, 'tsql', MUTATED, SEED)].flatMap((text, at): SqlObject[] =>
    readScript(text, 'tsql', `mutated ${at}`),
  );
  const answers = (await Promise.all(mutated.map((object) => threads.read(object)))).map(({ body }) =>
    unpackBody(body),
  );
  const skipped = answers.filter(({ diagnostics }) =>
    diagnostics.some(({ code }) => code === 'definition-skipped'),
  );
  console.log(
    `${MUTATED} mutated texts (${answers.length} objects) read in ${((performance.now() - before) / 1000).toFixed(1)} s: ` +
      `${outcomes(answers)}; ${skipped.length} skipped`,
  );
}

/** The same estate again, of which all is known: milliseconds. No definition may be read. */
async function again(): Promise<number> {
  const began = performance.now();
  const known = objects.map((object) => ({ object, ...JSON.parse(kept.get(object) ?? neverEmpty()) }));
  const second = openModel(known, catalog, 'tsql');
  const stale = second.order.filter(({ object, reading }) => !second.reuse(object, reading));
  if (stale.length > 0) throw new Error(`${stale.length} definitions would be read again`);
  return performance.now() - began;
}

function outcomes(all: readonly Body[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of all.flatMap((it) => it.statements))
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return words(counts);
}

function words(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
}

function neverEmpty(): never {
  throw new Error('The estate is empty');
}
