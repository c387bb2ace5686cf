import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type SqlDialect, sqlDialects } from '../../lib/lineage/sql/dialect';
import { parseStatement } from '../../lib/lineage/sql/parse/parse-statement';
import { readScript } from '../../lib/lineage/sql/read-script';
import { spanFinder } from '../../lib/lineage/sql/span';
import { splitStatements } from '../../lib/lineage/sql/split/split-statements';

const USAGE = 'npm run lineage -- FILE... --dialect tsql --json';

/** Prints the statements of the objects in SQL files with their spans and what the parser made of them. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { dialect: { type: 'string', default: 'tsql' }, json: { type: 'boolean', default: false } },
  });
  const dialect = sqlDialects.find((it) => it === values.dialect);
  if (positionals.length === 0 || dialect === undefined) {
    throw new Error(`${USAGE}\nDialects: ${sqlDialects.join(', ')}.`);
  }
  const objects = [];
  for (const file of positionals) {
    objects.push(...describeFile(await readFile(file, 'utf8'), dialect, file));
  }
  console.log(JSON.stringify({ objects }, null, 2));
}

function describeFile(text: string, dialect: SqlDialect, file: string) {
  const spanOf = spanFinder(text);
  return readScript(text, dialect, file).map((object) => {
    const here = ({ start, end }: { start: number; end: number }) =>
      spanOf({ start: start + object.offset, end: end + object.offset });
    const parsed = splitStatements(object.text, dialect).map((statement) =>
      parseStatement(statement, dialect),
    );
    return {
      name: [object.database, object.schema, object.name].filter((part) => part !== null).join('.'),
      type: object.type,
      statements: parsed.map(({ statement, outcome }) => ({
        kind: statement.kind,
        span: here(statement.range),
        outcome,
      })),
      diagnostics: parsed.flatMap(({ diagnostics }) =>
        diagnostics.map(({ range, ...told }) => ({ ...told, span: here(range) })),
      ),
    };
  });
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
