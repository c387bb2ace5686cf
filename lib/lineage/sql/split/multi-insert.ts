import type { Statement } from '../statement';
import { find, type Piece } from './generic-statement';
import { type Cut, plainStatement } from './statement-text';

/** The statements of `FROM t INSERT INTO a SELECT ... INSERT INTO b SELECT ...` (Hive, Spark), each with the FROM clause; none for all else. */
export function multiInsert(piece: Piece, cut: Cut): Statement[] {
  const { source, tokens } = piece;
  const inserts: number[] = [];
  if (tokens[cut.start]?.upper !== 'FROM') return [];
  for (let at = cut.start + 1; at !== -1; ) {
    at = find(piece, { start: at + 1, end: cut.end }, /^INSERT$/);
    if (at !== -1) inserts.push(at);
  }
  const [first] = inserts;
  if (first === undefined) return [];
  const shared = { start: tokens[cut.start]?.start ?? 0, end: tokens[first - 1]?.end ?? 0 };
  const clause = tokens.slice(cut.start, first);
  return inserts.map((start, at) => {
    const insert = plainStatement(
      source,
      tokens,
      { ...cut, start, end: inserts[at + 1] ?? cut.end },
      'insert',
    );
    return { ...insert, shared, tokens: [...insert.tokens, ...clause] };
  });
}
