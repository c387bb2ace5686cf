import { seededRandom } from '../../layout/testing/seeded-random';
import type { SqlDialect } from '../dialect';
import { tokenize } from '../tokens/tokenize';

const HOSTILE = [
  ...[
    '(',
    ')',
    "'",
    '"',
    '[',
    ']',
    '/*',
    '*/',
    '--',
    ';',
    '\nGO\n',
    'BEGIN',
    'END',
    'CASE',
    'SELECT',
    'WITH',
    'AS',
  ],
  ...[
    'EXEC',
    'FROM',
    ',',
    '.',
    '@',
    '#',
    '\0',
    '😀',
    '\ud800',
    '::',
    'IF',
    'ELSE',
    'RETURN',
    'DECLARE',
    'FOR',
    '$$',
  ],
];

/** Texts made of `originals` by one to four changes each: pieces dropped, doubled, swapped, cut off, nested, or put in. */
export function* mutateSql(
  originals: readonly string[],
  dialect: SqlDialect,
  count: number,
  seed: number,
): Generator<string> {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (let made = 0; made < count; made++) {
    let text = pick(originals) ?? '';
    for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes--) {
      const { tokens } = tokenize(text, dialect);
      const [one, other] = [pick(tokens), pick(tokens)];
      if (one === undefined || other === undefined) break;
      const [from, to] = one.start < other.start ? [one, other] : [other, one];
      const around = (inner: string) => text.slice(0, from.start) + inner + text.slice(from.end);
      switch (Math.floor(random() * 7)) {
        case 0:
          text = around('');
          break;
        case 1:
          text = around(`${from.text} ${from.text}`);
          break;
        case 2:
          text = around(pick(HOSTILE) ?? '');
          break;
        case 3:
          text =
            text.slice(0, from.start) +
            to.text +
            text.slice(from.end, to.start) +
            from.text +
            text.slice(to.end);
          break;
        case 4:
          text = text.slice(0, to.start);
          break;
        case 5: {
          const depth = Math.floor(random() * 200);
          text = around(`${'('.repeat(depth)}${from.text}${')'.repeat(depth)}`);
          break;
        }
        default:
          text = around(` ${pick(HOSTILE)} ${from.text} `);
      }
    }
    yield text;
  }
}
