import type { SqlDialect } from '../dialect';
import type { ParsedStatement } from '../parsed-statement';
import { applyEdits, type Edit, type Rewritten } from '../rewrite/edits';
import { wrapPseudo } from '../rewrite/wrap-pseudo';
import type { Statement, StatementKind } from '../statement';
import { codePointOffsets } from './code-points';
import { runParser } from './run-parser';

/** What the tokens alone tell: the parser has nothing to add. */
const WITHOUT_PARSER: ReadonlySet<StatementKind> = new Set<StatementKind>([
  ...(['execute', 'insert-execute', 'truncate', 'bulk-load', 'create-table', 'declare-table'] as const),
  ...(['create-synonym', 'ddl', 'other'] as const),
]);

/** Parses one statement; every repair it needed is told in `steps`. Never throws. */
export function parseStatement(statement: Statement, dialect: SqlDialect): ParsedStatement {
  const unread = { statement, tree: null, rangeOf: () => statement.range, steps: [], diagnostics: [] };
  if (WITHOUT_PARSER.has(statement.kind)) {
    const dynamic = statement.call !== null && statement.call.dynamicText !== null;
    return { ...unread, outcome: dynamic ? 'dynamic' : 'parsed' };
  }
  const { query } = statement;
  const tokens = statement.tokens.filter(({ start, end }) => start >= query.start && end <= query.end);
  const written: Edit[] = wrapPseudo(statement, tokens);
  const rewritten = applyEdits(statement.source, query, written);
  const answer = runParser(rewritten.text, dialect);
  if (answer.tree === null) {
    const message = `The parser could not read this statement: ${answer.error}`;
    const diagnostics = [{ code: 'parse-failed', message, range: statement.range } as const];
    return { ...unread, outcome: 'scanned', diagnostics };
  }
  return { ...unread, outcome: 'parsed', tree: answer.tree, rangeOf: wayBack(rewritten) };
}

/** From a span of the tree to the range of the source. */
function wayBack(rewritten: Rewritten): ParsedStatement['rangeOf'] {
  const offsets = codePointOffsets(rewritten.text);
  return ({ start, end }) => rewritten.sourceRange({ start: offsets(start), end: offsets(end) });
}
