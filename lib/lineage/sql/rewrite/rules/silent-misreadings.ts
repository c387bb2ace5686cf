import { isNamePart } from '../../tokens/read-name';
import { type Match, pastParens, type Rule, replace, type Tokens, word } from '../rule';

const HINT =
  /^(?:NOLOCK|READUNCOMMITTED|READCOMMITTED|READCOMMITTEDLOCK|REPEATABLEREAD|SERIALIZABLE|HOLDLOCK|ROWLOCK|PAGLOCK|TABLOCK|TABLOCKX|UPDLOCK|XLOCK|NOWAIT|READPAST|NOEXPAND|SNAPSHOT)$/;

/** `t (NOLOCK)` is read as a call of a function. */
const bareTableHint: Rule = {
  name: 'bare-table-hint',
  level: 0,
  lossy: false,
  at: ['('],
  match(tokens, index) {
    const before = tokens.list[index - 1];
    const end = pastParens(tokens, index);
    if (before === undefined || !isNamePart(before) || word(tokens, index - 1) === 'WITH') return null;
    if (end === index || end === index + 2) return null;
    for (let at = index + 1; at < end - 1; at++) {
      const upper = word(tokens, at);
      if (upper !== ',' && !HINT.test(upper)) return null;
    }
    return replace(tokens, index, end);
  },
};

/** `t FOR SYSTEM_TIME ... a` takes the alias for something else. */
const systemTime: Rule = {
  name: 'system-time',
  level: 0,
  lossy: false,
  at: ['FOR'],
  match(tokens, index) {
    if (word(tokens, index + 1) !== 'SYSTEM_TIME') return null;
    return replace(tokens, index, systemTimeEnd(tokens, index + 2));
  },
};

function systemTimeEnd(tokens: Tokens, at: number): number {
  switch (word(tokens, at)) {
    case 'ALL':
      return at + 1;
    case 'AS':
      return pastOperand(tokens, at + 2);
    case 'FROM':
    case 'BETWEEN':
      return pastOperand(tokens, pastOperand(tokens, at + 1) + 1);
    case 'CONTAINED':
      return pastParens(tokens, at + 2);
    default:
      return at;
  }
}

/** Past a literal, a variable, a parenthesis or a call. */
function pastOperand(tokens: Tokens, at: number): number {
  const parens = pastParens(tokens, at);
  return parens > at ? parens : pastParens(tokens, at + 1);
}

/** `SET @v = c = value` is read as a comparison: the column keeps its value. */
const variableAndColumn: Rule = {
  name: 'variable-and-column',
  level: 0,
  lossy: false,
  at: null,
  match(tokens, index): Match | null {
    const [variable, equals, column, second] = tokens.list.slice(index, index + 4);
    if (variable?.kind !== 'variable' || equals?.text !== '=' || second?.text !== '=') return null;
    const before = word(tokens, index - 1);
    if (column === undefined || !isNamePart(column) || (before !== 'SET' && before !== ',')) return null;
    return replace(tokens, index, index + 2);
  },
};

/** Words of other dialects are names in T-SQL: `FROM t semi JOIN u` has an alias. */
const foreignWord: Rule = {
  name: 'foreign-word',
  level: 0,
  lossy: false,
  at: [
    ...[
      'ANTI',
      'ASOF',
      'FINAL',
      'LATERAL',
      'LIMIT',
      'MINUS',
      'NATURAL',
      'PREWHERE',
      'QUALIFY',
      'SAMPLE',
      'SEMI',
    ],
    ...['SETTINGS', 'STRAIGHT_JOIN'],
  ],
  match(tokens, index) {
    if (word(tokens, index + 1) === '(') return null;
    return replace(tokens, index, index + 1, `[${tokens.list[index]?.text}]`);
  },
};

/** Read without an error, and wrong: rewritten always. */
export const silentMisreadings: readonly Rule[] = [bareTableHint, systemTime, variableAndColumn, foreignWord];
