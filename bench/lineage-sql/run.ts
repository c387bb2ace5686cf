import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import type { Body } from '@/lib/lineage/sql/ir/body';
import { extractModel } from '@/lib/lineage/sql/model/extract-model';
import { readScript } from '@/lib/lineage/sql/read-script';
import type { SqlObject } from '@/lib/lineage/sql/sql-object';
import { mutateSql } from '@/lib/lineage/sql/testing/mutate-sql';
import { type DefinitionPool, openDefinitionPool } from '@/lib/lineage/sql/threads/definition-pool';
import { bundleForChild } from '@/scripts/test/typescript-child';
import { generateEstate } from './generate-estate';

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
const bodies = await Promise.all(objects.map((object) => pool.read(object)));
const read = performance.now();
const facts = extractModel(
  objects.map((object, at) => ({ object, body: bodies[at] ?? neverEmpty() })),
  catalog,
  'tsql',
);
const bound = performance.now();
const statements = bodies.reduce((sum, body) => sum + body.statements.length, 0);
const perSecond = (count: number, ms: number) => Math.round((count / ms) * 1000);
console.log('| stage | s | objects/s | statements/s |\n|---|---:|---:|---:|');
for (const [stage, ms] of [
  ['read (2 threads)', read - started],
  ['bind and resolve', bound - read],
  ['end to end', bound - started],
] as const) {
  console.log(
    `| ${stage} | ${(ms / 1000).toFixed(1)} | ${perSecond(objects.length, ms)} | ${perSecond(statements, ms)} |`,
  );
}
const edges = facts.flatMap((it) => it.statements).reduce((sum, it) => sum + it.columnEdges.length, 0);
console.log(
  `${statements} statements (${outcomes(bodies)}), ${edges} column edges, ` +
    `${facts.reduce((sum, it) => sum + it.diagnostics.length, 0)} diagnostics, ` +
    `${Math.round(process.memoryUsage().rss / 1e6)} MB resident`,
);

await survive(pool);
await pool.close();

/** Reads mutated definitions: every one must be answered. */
async function survive(threads: DefinitionPool): Promise<void> {
  const before = performance.now();
  const originals = objects.slice(0, 300).map(({ text }) => text);
  const mutated = [...mutateSql(originals, 'tsql', MUTATED, SEED)].flatMap((text, at): SqlObject[] =>
    readScript(text, 'tsql', `mutated ${at}`),
  );
  const answers = await Promise.all(mutated.map((object) => threads.read(object)));
  const skipped = answers.filter(({ diagnostics }) =>
    diagnostics.some(({ code }) => code === 'definition-skipped'),
  );
  console.log(
    `${MUTATED} mutated texts (${answers.length} objects) read in ${((performance.now() - before) / 1000).toFixed(1)} s: ` +
      `${outcomes(answers)}; ${skipped.length} skipped`,
  );
}

function outcomes(all: readonly Body[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of all.flatMap((it) => it.statements))
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
}

function neverEmpty(): never {
  throw new Error('The estate is empty');
}
