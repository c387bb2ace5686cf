import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type SqlDialect, sqlDialects } from '../../lib/lineage/sql/dialect';
import type { Definition } from '../../lib/lineage/sql/model/definition';
import { extractModel } from '../../lib/lineage/sql/model/extract-model';
import { proposeDialect } from '../../lib/lineage/sql/propose-dialect';
import { readScript } from '../../lib/lineage/sql/read-script';
import { conventions } from '../../lib/lineage/sql/report/conventions';
import { describeFacts } from '../../lib/lineage/sql/report/describe-facts';
import { type Range, type Span, spanFinder } from '../../lib/lineage/sql/span';
import { openDefinitionPool } from '../../lib/lineage/sql/threads/definition-pool';
import { unpackBody } from '../../lib/lineage/sql/threads/read-answer';
import { printSummary } from './print-summary';
import { readColumns } from './read-columns';
import { readText } from './read-text';

const USAGE = `npm run lineage -- FILE... [--dialect tsql] [--catalog columns.csv] [--json]
Dialects: ${sqlDialects.join(', ')}. docs/sql-lineage.md says what is printed.`;
const DEADLINE_MS = 20_000;
const HEAP_MEGABYTES = 1024;

/** Prints the lineage of the objects in SQL files. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      dialect: { type: 'string' },
      catalog: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const given = sqlDialects.find((it) => it === values.dialect);
  if (positionals.length === 0 || (given === undefined && values.dialect !== undefined))
    throw new Error(USAGE);
  const files = await Promise.all(positionals.map(async (file) => ({ file, text: await readText(file) })));
  const dialect = given ?? dialectOf(files);
  const catalog =
    values.catalog === undefined
      ? { objects: [] }
      : readColumns(await readText(values.catalog), values.catalog);
  const definitions = await readFiles(files, dialect);
  const facts = extractModel(definitions, catalog, dialect);
  const objects = facts.flatMap((it, at) => {
    const spanOf = definitions[at]?.spanOf;
    return spanOf === undefined ? [] : [describeFacts(it, spanOf)];
  });
  if (values.json) process.stdout.write(`${JSON.stringify({ conventions, objects }, null, 2)}\n`);
  else printSummary(objects);
}

type FileText = { readonly file: string; readonly text: string };

/** The dialect the texts look like. */
function dialectOf(files: readonly FileText[]): SqlDialect {
  const dialect = proposeDialect(files.map(({ text }) => text).join('\n')) ?? 'tsql';
  console.error(`Read as ${dialect}; --dialect says another one.`);
  return dialect;
}

/** A definition, where its text stands in its file. */
type Read = Definition & { readonly spanOf: (range: Range) => Span };

/** All definitions in the files, read in threads beside this one. */
async function readFiles(files: readonly FileText[], dialect: SqlDialect): Promise<Read[]> {
  const pool = openDefinitionPool({
    file: resolve('build/definition-thread.mjs'),
    threads: Math.min(2, availableParallelism()),
    deadlineMs: DEADLINE_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });
  try {
    const read: Promise<Read>[] = [];
    for (const { file, text } of files) {
      const inFile = spanFinder(text);
      for (const object of readScript(text, dialect, file)) {
        const spanOf = ({ start, end }: Range) =>
          inFile({ start: start + object.offset, end: end + object.offset });
        read.push(pool.read(object).then(({ body }) => ({ object, body: unpackBody(body), spanOf })));
      }
    }
    return await Promise.all(read);
  } finally {
    await pool.close();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
