import type { SqlDialect } from '../dialect';
import type { BodyCall, BodyStatement } from '../ir/body';
import type { ParsedStatement } from '../parsed-statement';
import { isTemporary } from '../split/is-temporary';
import { usedPlace } from '../split/used-place';
import type { Statement } from '../statement';
import { isNamePart, readName } from '../tokens/read-name';
import type { Token } from '../tokens/token';
import { tokenize } from '../tokens/tokenize';
import { adaptTree } from './adapt-tree';
import { type FindPlace, nowhere, placeFinder } from './place-finder';

/** A parsed statement in our own shapes. */
export function adaptStatement(parsed: ParsedStatement, dialect: SqlDialect): BodyStatement {
  return adapted(parsed, dialect, placeFinder(parsed));
}

function adapted(parsed: ParsedStatement, dialect: SqlDialect, place: FindPlace): BodyStatement {
  const { statement, outcome, steps, tree, scan, dynamic } = parsed;
  const altered = addedColumns(statement);
  const read = tree === null ? null : adaptTree(tree, dialect, place);
  const use = statement.kind === 'other' ? usedPlace(statement.tokens, dialect) : null;
  return {
    kind: statement.kind,
    range: statement.range,
    path: statement.path,
    outcome: tree !== null && read === null ? 'scanned' : outcome,
    repairs: [...new Set(steps.map(({ name }) => name))],
    lossy: steps.some(({ lossy }) => lossy),
    tree: read,
    target: statement.target?.name ?? altered?.table ?? null,
    of: statement.of?.name ?? loadedFile(statement),
    ...(statement.target === null ? {} : { targetAt: statement.target.range }),
    ...(statement.of === null ? {} : { ofAt: statement.of.range }),
    temporary: isTemporary(statement),
    columns: altered?.columns ?? statement.columns.map(({ name }) => name),
    call: adaptCall(statement),
    cursor: statement.kind === 'cursor' ? cursorName(statement) : (statement.call?.record ?? null),
    into: dialect === 'tsql' ? [] : filledVariables(statement, dialect),
    fetch: adaptFetch(statement),
    ...(use === null ? {} : { use }),
    scan,
    dynamic:
      dynamic === null
        ? null
        : { ...dynamic, statements: dynamic.statements.map((it) => adapted(it, dialect, nowhere)) },
  };
}

/** Variables without a mark that a query or an assignment fills. */
function filledVariables(statement: Statement, dialect: SqlDialect): readonly string[] {
  if (statement.kind === 'select') return intoVariables(statement, dialect);
  const [first, second] = statement.tokens;
  const variable = /^(?:SET|LET|DECLARE)$/.test(first?.upper ?? '') ? second : first;
  const fills = statement.kind === 'assign' && first?.upper !== 'PERFORM' && variable !== undefined;
  return fills && isNamePart(variable) ? [variable.text] : [];
}

function adaptCall({ call, source }: Statement): BodyCall | null {
  if (call === null) return null;
  return {
    name: call.name,
    ...(call.name === null ? {} : { at: call.nameRange }),
    dynamic: call.dynamicText !== null || call.name === null,
    outputs: call.arguments.flatMap(({ name, range, output }, place) => {
      const variable = output ? /@[\w@#$]+/.exec(source.slice(range.start, range.end))?.[0] : undefined;
      return variable === undefined ? [] : [{ variable, parameter: name, place }];
    }),
  };
}

/** `FETCH [NEXT FROM] cursor INTO @a, @b`. */
function adaptFetch(statement: Statement): BodyStatement['fetch'] {
  const { tokens } = statement;
  if (tokens[0]?.upper !== 'FETCH') return null;
  const into = tokens.findIndex(({ upper }) => upper === 'INTO');
  const named = tokens.slice(1, into).filter(({ upper }) => !/^(?:BULK|COLLECT)$/.test(upper));
  const cursor = named.at(-1)?.text;
  if (into < 1 || cursor === undefined) return null;
  const limit = tokens.findIndex(({ upper }, at) => at > into && upper === 'LIMIT');
  const list = tokens.slice(into + 1, limit === -1 ? undefined : limit);
  return { cursor, into: list.filter(isNameOrVariable).map(({ text }) => text) };
}

const isNameOrVariable = (token: Token) => token.kind === 'variable' || isNamePart(token);

/** `DECLARE c CURSOR`, `CURSOR c`, `FOR c IN`, or `c CURSOR`. */
function cursorName(statement: Statement): string | null {
  return wordAt(statement, wordAt(statement, 1)?.toUpperCase() === 'CURSOR' ? 0 : 1) ?? null;
}

function wordAt({ tokens }: Statement, at: number): string | undefined {
  const token = tokens[at];
  return token !== undefined && isNamePart(token) ? readName(tokens, at)?.parts.at(-1) : token?.text;
}

/** The file of BULK INSERT, COPY and LOAD DATA, or the stage, by the name that stands for rows from outside. */
function loadedFile({ kind, tokens, source }: Statement): readonly string[] | null {
  if (kind !== 'bulk-load') return null;
  const from = tokens.findIndex(({ upper }) => /^(?:FROM|INFILE|INPATH)$/.test(upper));
  const file = tokens[from + 1];
  if (from === -1 || file === undefined) return null;
  if (file.text.startsWith('@')) return [/^[^\s;)]+/.exec(source.slice(file.start))?.[0] ?? file.text];
  // BigQuery: FROM FILES (uris = ['gs://...'], ...)
  const uris = file.upper === 'FILES' ? tokens.findIndex(({ upper }) => upper === 'URIS') : -1;
  const named = uris === -1 ? file : tokens.slice(uris).find(({ kind }) => kind === 'string');
  return named?.kind === 'string' ? [`@openrowset ${named.text.replace(/^N?['"]|['"]$/g, '')}`] : null;
}

const notColumns = new Set('CONSTRAINT PRIMARY UNIQUE FOREIGN CHECK DEFAULT INDEX PERIOD COLUMN'.split(' '));

/** `ALTER TABLE t ADD a int, b int`: the table and its new columns. */
function addedColumns({ kind, tokens }: Statement): { table: readonly string[]; columns: string[] } | null {
  if (kind !== 'ddl' || tokens[0]?.upper !== 'ALTER' || tokens[1]?.upper !== 'TABLE') return null;
  const table = readName(tokens, 2);
  if (table === null || tokens[table.next]?.upper !== 'ADD') return null;
  const columns: string[] = [];
  let depth = 0;
  for (let at = table.next; at < tokens.length; at++) {
    const text = tokens[at]?.text;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    if (depth > 0 || (at > table.next && text !== ',')) continue;
    const next = tokens[at + 1]?.upper === 'COLUMN' ? at + 2 : at + 1;
    const name = notColumns.has(tokens[next]?.upper ?? '') ? null : readName(tokens, next);
    if (name !== null) columns.push(name.parts.at(-1) ?? '');
  }
  return { table: table.parts, columns };
}

/** The names between INTO and FROM, or the end. The splitter leaves them out of the tokens, for they are no tables. */
function intoVariables({ source, range }: Statement, dialect: SqlDialect): string[] {
  const text = source.slice(range.start, range.end);
  if (!/\binto\b/i.test(text)) return [];
  const { tokens } = tokenize(text, dialect);
  const into = tokens.findIndex(({ upper }) => upper === 'INTO');
  if (into === -1) return [];
  const names: string[] = [];
  let at = tokens[into + 1]?.upper === 'STRICT' ? into + 2 : into + 1;
  for (let name = readVariable(tokens, at); name !== null; name = readVariable(tokens, at)) {
    names.push(name.text);
    if (tokens[name.next]?.text !== ',') break;
    at = name.next + 1;
  }
  return names;
}

function readVariable(tokens: readonly Token[], at: number): { text: string; next: number } | null {
  const token = tokens[at];
  if (token?.kind === 'variable') return { text: token.text.replace(/^:/, ''), next: at + 1 };
  const name = readName(tokens, at);
  return name === null ? null : { text: name.parts.join('.'), next: name.next };
}
