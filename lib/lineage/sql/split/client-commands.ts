import type { SqlDialect } from '../dialect';
import type { Token } from '../tokens/token';

/** Lines of the dialect's client, which end at their line's end and not at a semicolon: by the words they begin with. */
const COMMANDS: Readonly<Partial<Record<SqlDialect, RegExp>>> = {
  postgres: /^\\$/,
  redshift: /^\\$/,
  duckdb: /^\.$/,
  mysql: /^(?:SOURCE|USE|SYSTEM|TEE|NOTEE|WARNINGS|NOWARNING)$/,
  oracle:
    /^(?:@.*|PROMPT|SPOOL|DEFINE|UNDEFINE|ACCEPT|COLUMN|COL|TTITLE|BTITLE|COMPUTE|WHENEVER|QUIT|CONNECT|CONN|DISCONNECT|REM|REMARK|PAUSE|VARIABLE|VAR|PRINT|HOST|CLEAR|TIMING|SHOW|SET|START)$/,
};
/** They begin a statement too, which may go on. */
const SQL_SET = /^(?:ROLE|TRANSACTION|CONSTRAINTS?)$/;
const NOTEBOOK_CELL = /^-- COMMAND -+[ \t]*$/gm;

/**
 * The tokens with a semicolon where a line of a client ends: of psql, SQL*Plus, the MySQL and DuckDB shells, and the cells of a Databricks
 * notebook. Else the statement after it would be taken for a part of it. `\copy` of psql is COPY.
 */
export function endClientCommands(
  text: string,
  tokens: readonly Token[],
  dialect: SqlDialect,
): readonly Token[] {
  if (dialect === 'databricks') return endCells(text, tokens);
  const command = COMMANDS[dialect];
  if (command === undefined || !tokens.some((token) => token.startsLine && command.test(token.upper)))
    return tokens;
  const ended: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const before = ended.at(-1)?.text ?? ';';
    const stands = token.startsLine && /^(?:;|\/)$/.test(before) && command.test(token.upper);
    const next = tokens[at + 1];
    const isSql = beginsSql(token, next);
    if (!stands || isSql) {
      ended.push(token);
      continue;
    }
    let last = at;
    while (tokens[last + 1]?.startsLine === false) last++;
    const isCopy = token.text === '\\' && next?.upper === 'COPY';
    ended.push(...tokens.slice(isCopy ? at + 1 : at, last + 1), semicolonAt(tokens[last]?.end ?? token.end));
    at = last;
  }
  return ended;
}

/** `col := 1`, `col.x`, `print(x)`, SET TRANSACTION. */
function beginsSql({ kind, upper }: Token, next: Token | undefined): boolean {
  if (kind !== 'word') return false;
  return /^(?:[.(]|:?=)$/.test(next?.text ?? '') || (upper === 'SET' && SQL_SET.test(next?.upper ?? ''));
}

function endCells(text: string, tokens: readonly Token[]): readonly Token[] {
  const ends = [...text.matchAll(NOTEBOOK_CELL)].map(({ index }) => semicolonAt(index));
  if (ends.length === 0) return tokens;
  return [...tokens, ...ends].sort((a, b) => a.start - b.start || a.end - b.end);
}

function semicolonAt(at: number): Token {
  return { kind: 'operator', text: ';', upper: ';', start: at, end: at, startsLine: false };
}
