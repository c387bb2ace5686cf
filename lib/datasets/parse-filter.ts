export const FILTER_OPS = ['=', '!=', '<', '<=', '>', '>=', 'contains', 'is empty', 'is not empty'] as const;

/** One condition on a row; all of a filter must hold. `value` is text, read in the type of the column; null for `is ...`. */
export type Condition = { column: string; op: (typeof FILTER_OPS)[number]; value: string | null };
export type ParsedFilter = { ok: true; conditions: Condition[] } | { ok: false; at: number; reason: string };

const TOKEN = /\s*(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)'|(<=|>=|!=|<>|=|<|>)|([^\s"'<>=!]+))/y;

type Token = { kind: 'name' | 'text' | 'op' | 'word'; text: string; at: number };

/**
 * Reads a filter such as `UnitPrice > 2000 and "unit name" contains 'box'`. Words without quotes are taken as they are,
 * several of them as one text: `Territory = North West`.
 */
export function parseFilter(text: string): ParsedFilter {
  const tokens = tokenize(text);
  if (!Array.isArray(tokens)) return tokens;
  const conditions: Condition[] = [];
  let place = 0;
  const fail = (reason: string): ParsedFilter => ({
    ok: false,
    at: tokens[place]?.at ?? text.length,
    reason,
  });
  const isWord = (token: Token | undefined, ...words: string[]) =>
    token?.kind === 'word' && words.includes(token.text.toLowerCase());
  while (place < tokens.length) {
    const column: string[] = [];
    const first = tokens[place];
    if (first?.kind === 'name') {
      column.push(first.text);
      place += 1;
    } else {
      while (tokens[place]?.kind === 'word' && !isWord(tokens[place], 'contains', 'is')) {
        column.push(tokens[place]?.text ?? '');
        place += 1;
      }
    }
    if (column.length === 0) return fail('a column name is expected here');
    const op = tokens[place];
    if (isWord(op, 'is')) {
      const negated = isWord(tokens[place + 1], 'not');
      if (!isWord(tokens[place + (negated ? 2 : 1)], 'empty', 'null'))
        return fail('write "is empty" or "is not empty"');
      conditions.push({ column: column.join(' '), op: negated ? 'is not empty' : 'is empty', value: null });
      place += negated ? 3 : 2;
    } else if (op?.kind === 'op' || isWord(op, 'contains')) {
      place += 1;
      const value: string[] = [];
      if (tokens[place]?.kind === 'text' || tokens[place]?.kind === 'name') {
        value.push(tokens[place]?.text ?? '');
        place += 1;
      } else {
        while (tokens[place]?.kind === 'word' && !isWord(tokens[place], 'and')) {
          value.push(tokens[place]?.text ?? '');
          place += 1;
        }
      }
      if (value.length === 0) return fail('a value is expected here; put empty text in quotes');
      const name = op?.kind === 'op' ? (op.text === '<>' ? '!=' : op.text) : 'contains';
      conditions.push({ column: column.join(' '), op: name as Condition['op'], value: value.join(' ') });
    } else return fail(`one of ${FILTER_OPS.join(', ')} is expected here`);
    if (place === tokens.length) break;
    if (!isWord(tokens[place], 'and')) return fail('"and" is expected here');
    place += 1;
    if (place === tokens.length) return fail('another condition is expected after "and"');
  }
  return { ok: true, conditions };
}

function tokenize(text: string): Token[] | Extract<ParsedFilter, { ok: false }> {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) return { ok: false, at, reason: 'a quote or sign here does not belong to anything' };
    const [, name, quoted, op, word] = match;
    if (name !== undefined) tokens.push({ kind: 'name', text: name.replaceAll('""', '"'), at });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'"), at });
    else if (op !== undefined) tokens.push({ kind: 'op', text: op, at });
    else tokens.push({ kind: 'word', text: word ?? '', at });
  }
  return tokens;
}
