import { type Match, pastParens, type Rule, replace, type Tokens, word } from '../rule';
import { methodName } from './changes';

/** `column.nodes('...')` makes rows of a value: an empty row stands for it. */
const nodes: Rule = {
  name: 'xml-nodes',
  level: 3,
  lossy: true,
  at: ['.'],
  match(tokens, index) {
    const end = pastParens(tokens, index + 2);
    if (methodName(tokens, index) !== 'nodes' || end === index + 2) return null;
    return replace(tokens, operandStart(tokens, index), end, '(SELECT 1 AS c)');
  },
};

/** Where the name, variable or call before the dot at `index` begins. */
function operandStart(tokens: Tokens, index: number): number {
  let at = index;
  while (at > 0) {
    const before = tokens.list[at - 1];
    if (before === undefined) break;
    if (before.text === ')') at = tokens.pairs[at - 1] ?? at;
    else if (before.text === '.') at--;
    else if (['word', 'quoted', 'variable'].includes(before.kind) && !BEFORE.has(before.upper)) at--;
    else break;
    if (before.text === ')' && at < 0) return index;
  }
  return at;
}

const BEFORE = new Set(['FROM', 'APPLY', 'JOIN', 'AS', 'IN', 'EXISTS']);

/** `x.value('...', 'type')` and its kin: a value made of `x`. */
const method: Rule = {
  name: 'xml-method',
  level: 3,
  lossy: false,
  at: ['.'],
  match(tokens, index): Match | null {
    const end = pastParens(tokens, index + 2);
    if (!/^(?:value|query|exist)$/.test(methodName(tokens, index)) || end === index + 2) return null;
    return replace(tokens, index, end);
  },
};

/** `x.[value]('...', 'type')`: the parser knows the methods without brackets only. */
const quotedMethod: Rule = {
  name: 'xml-quoted-method',
  level: 1,
  lossy: false,
  at: ['.'],
  match(tokens, index): Match | null {
    const name = methodName(tokens, index);
    if (tokens.list[index + 1]?.kind !== 'quoted' || word(tokens, index + 2) !== '(') return null;
    return /^(?:value|query|exist|nodes)$/.test(name) ? replace(tokens, index + 1, index + 2, name) : null;
  },
};

/** `WITH XMLNAMESPACES (...)`, alone or before CTEs. */
const namespaces: Rule = {
  name: 'xmlnamespaces',
  level: 1,
  lossy: false,
  at: ['WITH'],
  match(tokens, index) {
    if (word(tokens, index + 1) !== 'XMLNAMESPACES') return null;
    const end = pastParens(tokens, index + 2);
    return word(tokens, end) === ',' ? replace(tokens, index, end + 1, 'WITH ') : replace(tokens, index, end);
  },
};

/** `type::Method(...)`: the type and the colons go; `FROM ::fn(...)`: the colons. */
const staticMethod: Rule = {
  name: 'static-method',
  level: 3,
  lossy: false,
  at: null,
  match(tokens, index) {
    if (word(tokens, index) === '::') return replace(tokens, index, index + 1);
    const isType =
      ['word', 'quoted'].includes(tokens.list[index]?.kind ?? '') && !BEFORE.has(word(tokens, index));
    return isType && word(tokens, index + 1) === '::' ? replace(tokens, index, index + 2) : null;
  },
};

/** XML and CLR methods. */
export const xmlMethods: readonly Rule[] = [quotedMethod, nodes, method, namespaces, staticMethod];
