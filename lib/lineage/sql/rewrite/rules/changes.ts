import { readName } from '../../tokens/read-name';
import { type Match, pastParens, type Rule, replace, type Tokens, word } from '../rule';

/** Past `TOP (n) [PERCENT]` or `TOP n` at `index`. */
function pastTop(tokens: Tokens, index: number): number {
  const operand = pastParens(tokens, index + 1);
  const end = operand > index + 1 ? operand : index + 2;
  return word(tokens, end) === 'PERCENT' ? end + 1 : end;
}

function insertion(tokens: Tokens, at: number, text: string): Match['edits'] {
  const end = tokens.list[at]?.end ?? 0;
  return [{ start: end, end, text }];
}

/** `INSERT t`, `INSERT TOP (n) t`: INTO is missing. */
const insertInto: Rule = {
  name: 'insert-into',
  level: 1,
  lossy: false,
  at: ['INSERT'],
  match(tokens, index) {
    const before = word(tokens, index - 1);
    if (before === 'THEN' || before === 'BULK') return null;
    if (word(tokens, index + 1) === 'TOP') {
      const target = pastTop(tokens, index + 1);
      const into = word(tokens, target) === 'INTO' ? '' : ' INTO';
      return replace(tokens, index + 1, target, into);
    }
    const next = tokens.list[index + 1];
    const named = next !== undefined && ['word', 'quoted', 'variable'].includes(next.kind);
    if (!named || next.upper === 'INTO' || next.upper === 'OVERWRITE') return null;
    return { edits: insertion(tokens, index, ' INTO'), next: index + 1 };
  },
};

/** `UPDATE TOP (n)`, `DELETE TOP (n)`, `MERGE TOP (n)`. */
const changeTop: Rule = {
  name: 'top',
  level: 1,
  lossy: false,
  at: ['UPDATE', 'DELETE', 'MERGE'],
  match(tokens, index) {
    if (word(tokens, index + 1) !== 'TOP') return null;
    return replace(tokens, index + 1, pastTop(tokens, index + 1));
  },
};

/** `DELETE FROM t FROM t a JOIN ...`: the first FROM goes. */
const deleteFromFrom: Rule = {
  name: 'delete-from-from',
  level: 1,
  lossy: false,
  at: ['FROM'],
  match(tokens, index) {
    if (word(tokens, index - 1) !== 'DELETE') return null;
    const name = readName(tokens.list, index + 1);
    if (name === null || !['FROM', 'OUTPUT'].includes(word(tokens, name.next))) return null;
    return replace(tokens, index, index + 1);
  },
};

/** `SET c += value` is `SET c = c + value`. */
const compoundAssignment: Rule = {
  name: 'compound-assignment',
  level: 1,
  lossy: false,
  at: ['+=', '-=', '*=', '/=', '%=', '|=', '&=', '^='],
  match(tokens, index) {
    let start = index - 1;
    while (word(tokens, start - 1) === '.') start -= 2;
    const name = tokens.list.slice(Math.max(0, start), index).map(({ text }) => text);
    return replace(tokens, index, index + 1, `= ${name.join('')} +`);
  },
};

/** `SET c.WRITE(value, offset, length)`: a new value made of the old one. */
const write: Rule = {
  name: 'write',
  level: 1,
  lossy: false,
  at: ['.'],
  match(tokens, index) {
    const end = pastParens(tokens, index + 2);
    if (methodName(tokens, index) !== 'write' || end === index + 2) return null;
    return replace(tokens, index, index + 3, ' = CONCAT(');
  },
};

/** `SET c.modify('...')`: changed in place by XML DML. */
const modify: Rule = {
  name: 'modify',
  level: 1,
  lossy: true,
  at: ['.'],
  match(tokens, index) {
    const end = pastParens(tokens, index + 2);
    if (methodName(tokens, index) !== 'modify' || end === index + 2) return null;
    return replace(tokens, index, end, ' = NULL');
  },
};

/** The name after the dot at `index`, without brackets, lower case. */
export function methodName(tokens: Tokens, index: number): string {
  return (tokens.list[index + 1]?.text ?? '').replace(/^\[|\]$/g, '').toLowerCase();
}

/** INSERT, UPDATE, DELETE and MERGE as only T-SQL writes them. */
export const changes: readonly Rule[] = [
  insertInto,
  changeTop,
  deleteFromFrom,
  compoundAssignment,
  write,
  modify,
];
