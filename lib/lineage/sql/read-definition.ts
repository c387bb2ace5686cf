import { adaptStatement } from './adapter/adapt-statement';
import { parseStatements } from './dynamic/parse-statements';
import type { Body } from './ir/body';
import { splitText } from './split/split-text';
import type { SqlObject } from './sql-object';

/** Reads a definition: split, parsed and put into our own shapes. Needs no catalogue. Never throws. */
export function readDefinition({ text, dialect, type }: SqlObject): Body {
  const { statements, objects } = splitText(text, dialect);
  const parsed = parseStatements(statements, dialect);
  const header = type === 'script' ? undefined : objects[0]?.header;
  return {
    statements: parsed.map((statement) => adaptStatement(statement, dialect)),
    diagnostics: parsed.flatMap(({ diagnostics }) => diagnostics),
    columns: header?.columns ?? [],
    on: header?.on?.name ?? null,
    returns: header?.returns ?? null,
  };
}
