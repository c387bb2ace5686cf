import { adaptStatement } from './adapter/adapt-statement';
import type { Body } from './ir/body';
import { parseStatement } from './parse/parse-statement';
import { splitTsql } from './split/split-tsql';
import type { SqlObject } from './sql-object';
import { tokenize } from './tokens/tokenize';

/** Reads a definition: split, parsed and put into our own shapes. Needs no catalogue. Never throws. */
export function readDefinition({ text, dialect, type }: SqlObject): Body {
  const { tokens } = tokenize(text, dialect);
  const { statements, objects } = splitTsql(text, tokens);
  const parsed = statements.map((statement) => parseStatement(statement, dialect));
  const header = type === 'script' ? undefined : objects[0]?.header;
  return {
    statements: parsed.map((statement) => adaptStatement(statement, dialect)),
    diagnostics: parsed.flatMap(({ diagnostics }) => diagnostics),
    columns: header?.columns ?? [],
    on: header?.on?.name ?? null,
    returns: header?.returns ?? null,
  };
}
