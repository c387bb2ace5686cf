import { pairParens } from '../tokens/pair-parens';
import { readName } from '../tokens/read-name';
import type { Token } from '../tokens/token';
import type { Edit } from './edits';
import { namesIn } from './names-in-expression';
import type { Rewrite } from './rewrite';

/** The parser goes 32 deep into parentheses and CASE; deeper ones begin to be flattened here. */
const DEEPEST = 16;
/** And 512 deep into a tree; a chain is as deep as it is long. */
const LONGEST = 200;
const OPERATORS = new Set(['+', '-', '*', '/', '%', '&', '|', '^', '||']);
const BOUNDARY =
  /^(?:,|;|=|<|>|<=|>=|<>|!=|AS|FROM|WHERE|AND|OR|NOT|ON|IN|LIKE|BETWEEN|WHEN|THEN|ELSE|END|CASE|SELECT|DISTINCT|INTO|SET|VALUES|BY|HAVING|UNION|EXCEPT|INTERSECT)$/;

/**
 * Makes a statement shallow enough for the parser: of what is nested too deep, and of chains that are too long, the columns
 * stay as the arguments of one function; long UNIONs are put into groups.
 */
export function flattenDeep(tokens: readonly Token[]): Rewrite {
  const pairs = pairParens(tokens, () => false);
  const edits = [...deepGroups(tokens, pairs), ...longChains(tokens, pairs), ...longUnions(tokens)]
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(isOutermost());
  const [first, last] = [edits[0], edits.at(-1)];
  if (first === undefined || last === undefined) return { edits: [], steps: [] };
  const lossy = edits.some(({ start, end }) => end > start);
  return { edits, steps: [{ name: 'flattened', lossy, range: { start: first.start, end: last.end } }] };
}

/** Edits in their order, without those inside of another. */
function isOutermost(): (edit: Edit) => boolean {
  let end = 0;
  return (edit) => {
    if (edit.start < end) return false;
    end = Math.max(end, edit.end);
    return true;
  };
}

/** Parentheses and CASEs without a query in them that begin too deep. */
function deepGroups(tokens: readonly Token[], pairs: Int32Array): Edit[] {
  const edits: Edit[] = [];
  const open: { readonly at: number; hasQuery: boolean }[] = [];
  for (const [at, { text, upper }] of tokens.entries()) {
    const opens = (text === '(' && pairs[at] !== -1) || upper === 'CASE';
    const closes = (text === ')' && pairs[at] !== -1) || (upper === 'END' && open.length > 0);
    if (opens) open.push({ at, hasQuery: false });
    else if (upper === 'SELECT') for (const group of open) group.hasQuery = true;
    else if (closes) {
      const group = open.pop();
      if (group === undefined || group.hasQuery || open.length !== DEEPEST) continue;
      edits.push(asCall(tokens, startOf(tokens, group.at), at + 1));
    }
  }
  return edits;
}

/** A call begins at its name. */
function startOf(tokens: readonly Token[], at: number): number {
  const name = tokens[at - 1];
  const calls = tokens[at]?.text === '(' && name?.kind === 'word' && !BOUNDARY.test(name.upper);
  return calls && tokens[at - 2]?.text !== '.' ? at - 1 : at;
}

/** `a + b + ...` with more operands than a tree may be deep. */
function longChains(tokens: readonly Token[], pairs: Int32Array): Edit[] {
  const edits: Edit[] = [];
  const levels = [{ from: 0, operators: 0, last: 0 }];
  const close = () => {
    const level = levels.at(-1);
    if (level === undefined || level.operators <= LONGEST) return;
    edits.push(asCall(tokens, level.from, pastOperand(tokens, pairs, level.last + 1)));
  };
  for (const [at, { text, upper, kind }] of tokens.entries()) {
    const level = levels.at(-1);
    if (level === undefined) break;
    if (text === '(') levels.push({ from: at + 1, operators: 0, last: at });
    else if (text === ')' && levels.length > 1) {
      close();
      levels.pop();
    } else if (OPERATORS.has(text)) {
      level.operators++;
      level.last = at;
    } else if (kind !== 'quoted' && BOUNDARY.test(upper)) {
      close();
      level.from = at + 1;
      level.operators = 0;
    }
  }
  close();
  return edits;
}

/** Past a literal, a name, a call or a parenthesis at `at`. */
function pastOperand(tokens: readonly Token[], pairs: Int32Array, at: number): number {
  const next = readName(tokens, at)?.next ?? (tokens[at]?.text === '(' ? at : at + 1);
  return tokens[next]?.text === '(' ? Math.max(next, pairs[next] ?? -1) + 1 : next;
}

/** `q UNION q UNION ...`: every so many are put in parentheses. */
function longUnions(tokens: readonly Token[]): Edit[] {
  const levels: { first: Token | null; groups: Token[][]; members: number }[] = [];
  const edits: Edit[] = [];
  const fresh = () => ({ first: null, groups: [], members: 0 });
  levels.push(fresh());
  const close = (end: number | undefined) => {
    const level = levels.pop();
    if (level === undefined || level.first === null || level.groups.length === 0 || end === undefined) return;
    edits.push({ start: level.first.start, end: level.first.start, text: '(' });
    for (const [union, next] of level.groups) {
      if (union === undefined || next === undefined) continue;
      edits.push({ start: union.start, end: union.start, text: ') ' });
      edits.push({ start: next.start, end: next.start, text: '(' });
    }
    edits.push({ start: end, end, text: ')' });
  };
  for (const [at, token] of tokens.entries()) {
    const level = levels.at(-1);
    if (token.text === '(') levels.push(fresh());
    else if (token.text === ')' && levels.length > 1) close(token.start);
    else if (level !== undefined && token.upper === 'SELECT') level.first ??= token;
    else if (level !== undefined && token.upper === 'UNION') {
      level.members++;
      const next = tokens[tokens[at + 1]?.upper === 'ALL' ? at + 2 : at + 1];
      if (level.members % LONGEST === 0 && next !== undefined) level.groups.push([token, next]);
    }
  }
  while (levels.length > 0) close(tokens.at(-1)?.end);
  return edits;
}

/** The tokens `from` to before `to` as one call with their columns. */
function asCall(tokens: readonly Token[], from: number, to: number): Edit {
  const piece = tokens.slice(from, to);
  const names = namesIn(piece);
  const list = tokens[from - 1]?.upper === 'IN' ? `(${names.join(', ') || 'NULL'})` : null;
  const [start, end] = [piece[0]?.start ?? 0, piece.at(-1)?.end ?? 0];
  return { start, end, text: list ?? (names.length === 0 ? 'NULL' : `CONCAT(${names.join(', ')})`) };
}
