import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type SqlDialect, sqlDialects } from '../../lib/lineage/sql/dialect';
import type { Definition } from '../../lib/lineage/sql/model/definition';
import { extractModel } from '../../lib/lineage/sql/model/extract-model';
import { readDefinition } from '../../lib/lineage/sql/read-definition';
import { readScript } from '../../lib/lineage/sql/read-script';
import { conventions } from '../../lib/lineage/sql/report/conventions';
import { describeFacts } from '../../lib/lineage/sql/report/describe-facts';
import { type Range, type Span, spanFinder } from '../../lib/lineage/sql/span';

const USAGE = 'npm run lineage -- FILE... --dialect tsql --json';

/** Prints the lineage of the objects in SQL files. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { dialect: { type: 'string', default: 'tsql' }, json: { type: 'boolean', default: false } },
  });
  const dialect = sqlDialects.find((it) => it === values.dialect);
  if (positionals.length === 0 || dialect === undefined) {
    throw new Error(`${USAGE}\nDialects: ${sqlDialects.join(', ')}.`);
  }
  const read: Read[] = [];
  for (const file of positionals) read.push(...readFileText(await readFile(file, 'utf8'), dialect, file));
  const facts = extractModel(read, { objects: [] }, dialect);
  const objects = facts.flatMap((it, at) => {
    const spanOf = read[at]?.spanOf;
    return spanOf === undefined ? [] : [describeFacts(it, spanOf)];
  });
  console.log(JSON.stringify({ conventions, objects }, null, 2));
}

/** A definition, where its text stands in its file. */
type Read = Definition & { readonly spanOf: (range: Range) => Span };

function readFileText(text: string, dialect: SqlDialect, file: string): Read[] {
  const inFile = spanFinder(text);
  return readScript(text, dialect, file).map((object) => ({
    object,
    body: readDefinition(object),
    spanOf: ({ start, end }) => inFile({ start: start + object.offset, end: end + object.offset }),
  }));
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
