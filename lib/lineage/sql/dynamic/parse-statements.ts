import type { SqlDialect } from '../dialect';
import { parseStatement } from '../parse/parse-statement';
import type { ParsedStatement } from '../parsed-statement';
import type { Statement } from '../statement';
import { foldDynamic } from './fold-dynamic';
import { Variables } from './variables';

/** Parses the statements of one body in their order; text they make from literals and run is read too. Never throws. */
export function parseStatements(statements: readonly Statement[], dialect: SqlDialect): ParsedStatement[] {
  const hasDynamic = statements.some(({ call }) => call !== null && call.dynamicText !== null);
  const variables = new Variables();
  return statements.map((statement) => {
    const parsed = parseStatement(statement, dialect);
    const result = parsed.outcome === 'dynamic' ? foldDynamic(parsed, variables.lookup, dialect) : parsed;
    if (hasDynamic) variables.see(statement);
    return result;
  });
}
