import { type Rule, replace, until, word } from '../rule';

/** The OUTPUT clause; the token scanner still sees the table it writes to. */
export const outputs: readonly Rule[] = [
  {
    name: 'output',
    level: 3,
    lossy: true,
    at: ['OUTPUT'],
    match(tokens, index) {
      const end = until(tokens, index + 1, (upper) => AFTER.has(upper));
      return end === index + 1 || word(tokens, index + 1) === ',' ? null : replace(tokens, index, end);
    },
  },
];

const AFTER = new Set(['FROM', 'WHERE', 'VALUES', 'SELECT', 'EXEC', 'EXECUTE', 'WITH', 'DEFAULT']);
