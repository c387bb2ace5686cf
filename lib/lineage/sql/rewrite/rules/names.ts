import { type Rule, word } from '../rule';

/** A word next to a dot is a name, whatever keyword another dialect makes of it. */
export const quotedNames: readonly Rule[] = [
  {
    name: 'quoted-name',
    level: 2,
    lossy: false,
    at: null,
    match(tokens, index) {
      const token = tokens.list[index];
      const [before, after] = [word(tokens, index - 1), word(tokens, index + 1)];
      if (token?.kind !== 'word' || !/^[A-Za-z_]\w*$/.test(token.text)) return null;
      const dotted =
        after === '.' ? !/^(?:INSERTED|DELETED)$/.test(token.upper) : before === '.' && after !== '(';
      if (!dotted) return null;
      return { edits: [{ start: token.start, end: token.end, text: `[${token.text}]` }], next: index + 1 };
    },
  },
];
