import type { Statement } from '../statement';
import type { Token } from '../tokens/token';
import type { Edit } from './edits';

/**
 * The edits that make a query of a pseudo-statement: a condition becomes the WHEN of a CASE, assignments become a select
 * list of `@v = value` items, the value of RETURN becomes its one item.
 */
export function wrapPseudo(statement: Statement, tokens: readonly Token[]): Edit[] {
  const { kind, query, omitted, shared, source } = statement;
  const before = (text: string): Edit => ({ start: query.start, end: query.start, text });
  const after = (text: string): Edit => ({ start: query.end, end: query.end, text });
  if (kind === 'condition') return [before('SELECT CASE WHEN '), after(' THEN 1 END')];
  if (kind === 'return-query') return startsQuery(tokens) ? [] : [before('SELECT ')];
  // The rows of a cursor by its name: `FOR r IN c`.
  if (kind === 'cursor' && tokens.length === 1) return [before('SELECT * FROM ')];
  if (kind === 'assign') return isAssignment(tokens) ? assignments(tokens) : [before('SELECT ')];
  if (shared !== null) {
    const place = sharedPlace(tokens) ?? query.end;
    return [{ start: place, end: place, text: ` ${source.slice(shared.start, shared.end)} ` }];
  }
  return omitted.map((range) => ({ ...range, text: ' ' }));
}

/** Where the FROM clause of an INSERT ... SELECT belongs that has none: before the clause that follows it. */
function sharedPlace(tokens: readonly Token[]): number | undefined {
  const select = tokens.findIndex(({ upper }) => upper === 'SELECT');
  let depth = 0;
  return tokens.find(({ text, upper }, at) => {
    if (text === '(') depth++;
    else if (text === ')') depth--;
    return at > select && depth === 0 && AFTER_FROM.test(upper);
  })?.start;
}

const AFTER_FROM = /^(?:WHERE|GROUP|HAVING|QUALIFY|WINDOW|ORDER|SORT|CLUSTER|DISTRIBUTE|LIMIT|LATERAL)$/;

/** SET and DECLARE; else the query is the value alone. */
function isAssignment([verb]: readonly Token[]): boolean {
  return verb?.upper === 'SET' || verb?.upper === 'DECLARE';
}

function startsQuery(tokens: readonly Token[]): boolean {
  const first = tokens.find(({ text }) => text !== '(');
  return first?.upper === 'SELECT' || first?.upper === 'WITH';
}

/** SET @v = value and DECLARE @a type = value, @b type, @c type = value: types and variables without a value go. */
function assignments(tokens: readonly Token[]): Edit[] {
  const [verb, ...rest] = tokens;
  const last = tokens.at(-1);
  if (verb === undefined || last === undefined) return [];
  const edits: Edit[] = [{ start: verb.start, end: verb.end, text: 'SELECT' }];
  if (verb.upper === 'SET') return edits;
  let from = verb.end;
  for (const item of itemsOf(rest)) {
    const equals = item.find(({ text }) => text === '=');
    const [variable, end] = [item[0], item.at(-1)];
    if (equals === undefined || variable === undefined || end === undefined) continue;
    edits.push({ start: from, end: variable.start, text: from === verb.end ? ' ' : ', ' });
    edits.push({ start: variable.end, end: equals.start, text: ' ' });
    from = end.end;
  }
  edits.push({ start: from, end: last.end, text: '' });
  return edits;
}

/** The pieces between commas outside of parentheses. */
function itemsOf(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    if (token.text === ',' && depth === 0) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}
