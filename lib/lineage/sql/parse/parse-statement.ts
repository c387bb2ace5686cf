import type { Diagnostic } from '../diagnostic';
import type { SqlDialect } from '../dialect';
import type { ParsedStatement, RepairStep, Scan } from '../parsed-statement';
import { applyEdits, type Rewritten } from '../rewrite/edits';
import { mergeEdits } from '../rewrite/merge-edits';
import { type Rewrite, rewriteDialect } from '../rewrite/rewrite';
import { DELETE_USING } from '../rewrite/rules/other-dialects';
import { wrapPseudo } from '../rewrite/wrap-pseudo';
import { scanTables } from '../scan/scan-tables';
import type { Statement, StatementKind } from '../statement';
import { codePointOffsets } from './code-points';
import { type Climbed, climb } from './ladder';
import { runParser } from './run-parser';

/** What the tokens alone tell: the parser has nothing to add. */
const WITHOUT_PARSER: ReadonlySet<StatementKind> = new Set<StatementKind>([
  ...(['execute', 'insert-execute', 'truncate', 'bulk-load', 'copy-rows', 'move-rows'] as const),
  ...(['create-table', 'declare-table', 'create-synonym', 'ddl', 'other', 'unknown'] as const),
]);

/** A dialect that says the same in the same words, where the parser knows it better. */
const RELATIVES: Readonly<Partial<Record<SqlDialect, SqlDialect>>> = { redshift: 'postgres' };

const NOTHING: Scan = { reads: [], writes: [], calls: [] };

/** Parses one statement; every repair it needed is told in `steps`. Never throws. */
export function parseStatement(statement: Statement, dialect: SqlDialect): ParsedStatement {
  const scan = statement.kind === 'other' || statement.kind === 'unknown' ? NOTHING : scanTables(statement);
  const unread = {
    statement,
    tree: null,
    rangeOf: () => statement.range,
    steps: [],
    scan,
    dynamic: null,
    diagnostics: [],
  };
  if (statement.kind === 'unknown') {
    const message =
      'This is none of the statements that are known: what it reads or changes, if anything, is not told.';
    return {
      ...unread,
      outcome: 'scanned',
      diagnostics: [{ code: 'statement-not-read', message, range: statement.range }],
    };
  }
  if (WITHOUT_PARSER.has(statement.kind)) {
    const dynamic = statement.call !== null && statement.call.dynamicText !== null;
    return { ...unread, outcome: dynamic ? 'dynamic' : 'parsed' };
  }
  const climbed = read(statement, dialect);
  if (climbed.tree === null) {
    const message = `The parser could not read this statement: ${climbed.error}`;
    return {
      ...unread,
      outcome: 'scanned',
      diagnostics: [{ code: 'parse-failed', message, range: statement.range }],
    };
  }
  const { tree, text, steps } = climbed;
  const diagnostics = steps.flatMap(lossyStep);
  return {
    statement,
    outcome: steps.length === 0 ? 'parsed' : 'repaired',
    tree,
    rangeOf: wayBack(text),
    steps,
    scan,
    dynamic: null,
    diagnostics,
  };
}

function read(statement: Statement, dialect: SqlDialect): Climbed {
  const { query, source } = statement;
  const tokens = statement.tokens.filter(({ start, end }) => start >= query.start && end <= query.end);
  const wrap = wrapPseudo(statement, tokens);
  if (dialect === 'tsql') return climb(source, query, tokens, wrap);
  const attempt = ({ edits, steps }: Rewrite, as: SqlDialect = dialect): Climbed => {
    const text = applyEdits(source, query, mergeEdits(wrap, edits));
    const answer = runParser(text.text, as);
    return answer.tree === null ? answer : { tree: answer.tree, text, steps };
  };
  const always = rewriteDialect(tokens, dialect, 0);
  const first = attempt(always);
  if (first.tree !== null) return first;
  const change = rewriteDialect(tokens, dialect, 1);
  const relative = change.steps.some(({ name }) => name === DELETE_USING) ? 'tsql' : RELATIVES[dialect];
  let second = change.edits.length === always.edits.length ? first : attempt(change);
  if (second.tree === null && relative !== undefined) second = attempt(change, relative);
  return second.tree === null ? first : second;
}

function lossyStep({ name, lossy, range }: RepairStep): Diagnostic[] {
  if (!lossy) return [];
  const message = `Read without this part, which the parser does not know (${name}).`;
  return [{ code: 'rewrite-lossy', message, range }];
}

/** From a span of the tree to the range of the source. */
function wayBack(rewritten: Rewritten): ParsedStatement['rangeOf'] {
  const offsets = codePointOffsets(rewritten.text);
  return ({ start, end }) => rewritten.sourceRange({ start: offsets(start), end: offsets(end) });
}
