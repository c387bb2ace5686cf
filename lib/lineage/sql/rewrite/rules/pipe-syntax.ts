import { isNamePart } from '../../tokens/read-name';
import { pastParens, type Rule, replace, type Tokens, until, word } from '../rule';

/** Tokens `from` to before `to`. */
type Part = { readonly from: number; readonly to: number };

/** A query as it grows from step to step: a FROM clause with conditions, as long as its sources keep their names. */
type Growing = { readonly from: string; readonly where: readonly string[]; readonly alias: string };

/**
 * BigQuery's pipes, `FROM t |> WHERE a |> SELECT b`: each step is a query over the one before, which keeps the alias of its only
 * source. Steps that say nothing of columns (ORDER BY, LIMIT ...) go. Always, as a piped text is read up to the first pipe.
 */
export const pipeSyntax: Rule = {
  name: 'pipe-syntax',
  level: 0,
  lossy: false,
  at: ['FROM', 'SELECT', 'WITH'],
  match(tokens, index) {
    const before = word(tokens, index - 1);
    if (index > 0 && !/^(?:\(|AS|ALL|DISTINCT|\))$/.test(before) && !isTarget(tokens, index)) return null;
    const end = until(tokens, index, () => false);
    const [first, ...steps] = partsOf(tokens, index, end);
    if (first === undefined || steps.length === 0) return null;
    let query: Growing | null = begin(tokens, first);
    for (const step of steps) query = query === null ? null : applied(tokens, query, step);
    return query === null ? null : replace(tokens, index, end, selected(query, '*'));
  },
};

/** `INSERT INTO t FROM s |> ...`. */
function isTarget(tokens: Tokens, index: number): boolean {
  const last = tokens.list[index - 1];
  return word(tokens, 0) === 'INSERT' && last !== undefined && isNamePart(last) && !hasPipe(tokens, index);
}

/** Is there a pipe, outside of parentheses, before `index`? */
function hasPipe(tokens: Tokens, index: number): boolean {
  return partsOf(tokens, 0, index).length > 1;
}

function partsOf(tokens: Tokens, from: number, end: number): Part[] {
  const parts: Part[] = [];
  let start = from;
  for (let at = from; at < end; at = Math.max(at + 1, pastParens(tokens, at))) {
    const width = pipeAt(tokens, at);
    if (width === 0) continue;
    parts.push({ from: start, to: at });
    start = at + width;
  }
  return [...parts, { from: start, to: end }];
}

/** How many tokens make `|>` at `at`; 0 for none. */
function pipeAt(tokens: Tokens, at: number): number {
  if (tokens.list[at]?.text === '|>') return 1;
  const [bar, arrow] = [tokens.list[at], tokens.list[at + 1]];
  return bar?.text === '|' && arrow?.text === '>' && bar.end === arrow.start ? 2 : 0;
}

function begin(tokens: Tokens, part: Part): Growing {
  if (word(tokens, part.from) !== 'FROM') return { from: `(${textOf(tokens, part)})`, where: [], alias: '' };
  const source = { ...part, from: part.from + 1 };
  const last = tokens.list[part.to - 1];
  const single = !tokens.list
    .slice(source.from, source.to)
    .some(({ upper }) => upper === 'JOIN' || upper === ',');
  const named = last !== undefined && isNamePart(last) ? last.text : '';
  return { from: textOf(tokens, source), where: [], alias: single ? named : '' };
}

/** The query with one step more; null for a step that is not known. */
function applied(tokens: Tokens, query: Growing, step: Part): Growing | null {
  const rest = { ...step, from: step.from + 1 };
  const text = textOf(tokens, rest);
  const wrapped = (list: string, more = ''): Growing => ({
    from: named(`(${selected(query, list)}${more})`, query.alias),
    where: [],
    alias: query.alias,
  });
  switch (word(tokens, step.from)) {
    case 'WHERE':
      return { ...query, where: [...query.where, text] };
    case 'ORDER':
    case 'LIMIT':
    case 'TABLESAMPLE':
    case 'ASSERT':
      return query;
    case 'SELECT':
      return wrapped(text);
    case 'DISTINCT':
      return wrapped('DISTINCT *');
    case 'EXTEND':
      return wrapped(`*, ${text}`);
    case 'DROP':
      return wrapped(`* EXCEPT (${text})`);
    case 'SET':
      return wrapped(
        `* REPLACE (${pairsOf(tokens, rest, '=').map(([name, value]) => `${value} AS ${name}`)})`,
      );
    case 'RENAME': {
      const pairs = renames(tokens, rest);
      return wrapped(
        `* EXCEPT (${pairs.map(([old]) => old)}), ${pairs.map(([old, name]) => `${old} AS ${name}`)}`,
      );
    }
    case 'AS': {
      const whole =
        query.where.length === 0 && !/\s/.test(query.from) ? query.from : `(${selected(query, '*')})`;
      return { from: named(whole, text), where: [], alias: text };
    }
    case 'AGGREGATE':
      return aggregated(tokens, rest, query);
    case 'JOIN':
    case 'LEFT':
    case 'RIGHT':
    case 'FULL':
    case 'INNER':
    case 'CROSS': {
      const { from } = query.where.length === 0 ? query : wrapped('*');
      return { from: `${from} ${textOf(tokens, step)}`, where: [], alias: '' };
    }
    case 'UNION':
      return {
        from: `(${selected(query, '*')} ${textOf(tokens, step).replace(/,\s*\(/g, ' UNION ALL (')})`,
        where: [],
        alias: '',
      };
    default:
      return null;
  }
}

/** `AGGREGATE sums GROUP BY keys`: the keys come first. */
function aggregated(tokens: Tokens, part: Part, query: Growing): Growing {
  const group = Math.min(
    part.to,
    until(tokens, part.from, (upper) => upper === 'GROUP'),
  );
  const sums = textOf(tokens, { from: part.from, to: group });
  const keys = group === part.to ? [] : listOf(tokens, { from: group + 2, to: part.to });
  const shown = [...keys.map((key) => textOf(tokens, key)), ...(sums === '' ? [] : [sums])];
  return { from: `(${selected(query, shown.join(', '))})`, where: [], alias: '' };
}

/** `old AS new, ...`. */
function renames(tokens: Tokens, part: Part): [string, string][] {
  return listOf(tokens, part).map(({ from, to }) => [
    textOf(tokens, { from, to: from + 1 }),
    textOf(tokens, { from: to - 1, to }),
  ]);
}

/** `name = value, ...`. */
function pairsOf(tokens: Tokens, part: Part, mark: string): [string, string][] {
  return listOf(tokens, part).map((item) => {
    const at = until(tokens, item.from, (upper) => upper === mark);
    return [textOf(tokens, { ...item, to: at }), textOf(tokens, { ...item, from: at + 1 })];
  });
}

/** What stands between commas. */
function listOf(tokens: Tokens, { from, to }: Part): Part[] {
  const items: Part[] = [];
  let start = from;
  while (start < to) {
    const end = Math.min(
      to,
      until(tokens, start, (upper) => upper === ','),
    );
    items.push({ from: start, to: end });
    start = end + 1;
  }
  return items;
}

function selected({ from, where }: Growing, list: string): string {
  return `SELECT ${list} FROM ${from}${where.length === 0 ? '' : ` WHERE (${where.join(') AND (')})`}`;
}

const named = (text: string, alias: string) => (alias === '' ? text : `${text} AS ${alias}`);

/** As written, comments left out. */
function textOf(tokens: Tokens, { from, to }: Part): string {
  const list = tokens.list.slice(from, to);
  return list
    .map(({ text, start }, at) => ((list[at - 1]?.end ?? start) < start ? ` ${text}` : text))
    .join('');
}
