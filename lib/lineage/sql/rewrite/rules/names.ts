import { readName } from '../../tokens/read-name';
import { type Rule, replace, word } from '../rule';

/** `INSERT INTO server.db.schema.t`: the parser takes three parts only there and in USING, so the first two become one. */
const linkedTarget: Rule = {
  name: 'linked-target',
  level: 1,
  lossy: false,
  at: null,
  match(tokens, index) {
    const before = word(tokens, index - 1);
    const changed =
      before === 'FROM'
        ? word(tokens, index - 2) === 'DELETE'
        : /^(?:INTO|UPDATE|INSERT|MERGE|DELETE|USING)$/.test(before);
    const name = changed ? readName(tokens.list, index) : null;
    const [server, database] = name?.parts ?? [];
    if (name?.parts.length !== 4 || !server || !database) return null;
    return replace(tokens, index, index + 3, `[${`${server}.${database}`.replaceAll(']', ']]')}]`);
  },
};

/** `INSERT INTO db..t`: the parser takes a left out schema only for what is read, so the default one is written out. */
const emptySchema: Rule = {
  name: 'empty-schema',
  level: 1,
  lossy: false,
  at: ['.'],
  match(tokens, index) {
    const dot = tokens.list[index];
    if (dot === undefined || word(tokens, index + 1) !== '.') return null;
    return { edits: [{ start: dot.end, end: dot.end, text: '[dbo]' }], next: index + 1 };
  },
};

/** A word next to a dot is a name, whatever keyword another dialect makes of it. */
export const quotedNames: readonly Rule[] = [
  linkedTarget,
  emptySchema,
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
