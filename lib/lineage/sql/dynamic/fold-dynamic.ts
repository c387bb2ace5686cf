import type { Diagnostic } from '../diagnostic';
import type { SqlDialect } from '../dialect';
import { parseStatement } from '../parse/parse-statement';
import type { ParsedStatement } from '../parsed-statement';
import { remoteText } from '../rewrite/remote-text';
import { splitText } from '../split/split-text';
import { foldExpression, type Lookup } from './fold-expression';
import { type FoldedText, saysSomething } from './folded-text';

/** Text that is all known, with its tables at the server where it runs. */
function atServer({ text, holes }: FoldedText, server: string): FoldedText[] {
  const remote = holes ? null : remoteText(text, server);
  return remote === null ? [] : [{ text: remote, holes }];
}

/**
 * A statement that runs text made at run time, with the statements of that text as far as it is known. Text that runs text
 * again is told, not followed.
 */
export function foldDynamic(parsed: ParsedStatement, lookup: Lookup, dialect: SqlDialect): ParsedStatement {
  const { statement } = parsed;
  const { call } = statement;
  const range = call?.dynamicText;
  const told = (message: string, dynamic: ParsedStatement['dynamic']): ParsedStatement => {
    const diagnostic: Diagnostic = { code: 'dynamic-sql', message, range: statement.range };
    return { ...parsed, dynamic, diagnostics: [...parsed.diagnostics, diagnostic] };
  };
  if (range === undefined || range === null) return parsed;
  const tokens = statement.tokens.filter(({ start, end }) => start >= range.start && end <= range.end);
  const folded = foldExpression(tokens, lookup).filter(saysSomething);
  const known = call?.at ? folded.flatMap((it) => atServer(it, call.at ?? '')) : folded;
  if (call?.at && known.length === 0)
    return told(`Runs text at the server ${call.at}; it is not followed.`, null);
  if (known.length === 0) return told('Runs text that is made at run time; nothing of it is known.', null);
  const statements = known
    .flatMap(({ text }) => splitText(text, dialect).statements)
    .filter(({ kind }) => kind !== 'other')
    .map((it) => parseStatement(it, dialect));
  const holes = known.some((it) => it.holes);
  const dynamic = { statements, holes };
  if (statements.some(({ outcome }) => outcome === 'dynamic')) {
    return told('Runs text that runs text again; the inner text is not followed.', dynamic);
  }
  if (holes) return told('Runs text that is made at run time; parts of it are unknown.', dynamic);
  // Places inside of the text are none of the definition, so what was met there is told at the statement that runs it.
  return statements.some(({ diagnostics }) => diagnostics.length > 0)
    ? told('Runs text of which not everything could be read.', dynamic)
    : { ...parsed, dynamic };
}
