import type { SqlDialect } from '../dialect';
import type { RepairStep } from '../parsed-statement';
import { pairParens } from '../tokens/pair-parens';
import type { Token } from '../tokens/token';
import type { Edit } from './edits';
import type { Rule } from './rule';
import { changes } from './rules/changes';
import { clauses } from './rules/clauses';
import { graphTables } from './rules/graph-tables';
import { quotedNames } from './rules/names';
import { otherDialects } from './rules/other-dialects';
import { outputs } from './rules/outputs';
import { rowsets } from './rules/rowsets';
import { silentMisreadings } from './rules/silent-misreadings';
import { xmlMethods } from './rules/xml-methods';

/** The edits of a rewrite, and what they are. */
export type Rewrite = { readonly edits: readonly Edit[]; readonly steps: readonly RepairStep[] };

/** In the order in which they are asked; the first that matches takes its tokens. */
const RULES: readonly Rule[] = [
  ...silentMisreadings,
  ...changes,
  ...clauses,
  ...rowsets,
  ...xmlMethods,
  ...outputs,
  ...graphTables,
  ...quotedNames,
];
/** Some rules: by the word they begin at, and those that begin anywhere. */
type RuleBook = { readonly byWord: ReadonlyMap<string, readonly Rule[]>; readonly anywhere: readonly Rule[] };

const LEVELS = [0, 1, 2, 3].map((level) => ruleBook(RULES.filter((rule) => rule.level <= level)));
const DIALECTS = new Map(
  Object.entries(otherDialects).map(([dialect, rules]) => {
    const always = ruleBook(rules.filter(({ level }) => level === 0));
    return [dialect, [always, ruleBook(rules)]] as const;
  }),
);

function ruleBook(rules: readonly Rule[]): RuleBook {
  const anywhere = rules.filter(({ at }) => at === null);
  const words = new Set(rules.flatMap(({ at }) => at ?? []));
  const byWord = [...words].map(
    (word) => [word, [...rules.filter(({ at }) => at?.includes(word)), ...anywhere]] as const,
  );
  return { byWord: new Map(byWord), anywhere };
}

/** The rewrites of T-SQL up to a level for the tokens of one statement; `without`: the name of a rule that is left out. */
export function rewrite(list: readonly Token[], level: Rule['level'], without?: string): Rewrite {
  if (without === undefined) return applyRules(list, LEVELS[level]);
  return applyRules(list, ruleBook(RULES.filter((rule) => rule.level <= level && rule.name !== without)));
}

/** The rewrites of another dialect for the tokens of one statement: those made always (0), or all, when the parser failed. */
export function rewriteDialect(list: readonly Token[], dialect: SqlDialect, level: 0 | 1): Rewrite {
  return applyRules(list, DIALECTS.get(dialect)?.[level]);
}

function applyRules(list: readonly Token[], book: RuleBook | undefined): Rewrite {
  const tokens = { list, pairs: pairParens(list, () => false) };
  const edits: Edit[] = [];
  const steps: RepairStep[] = [];
  for (let index = 0; index < list.length; ) {
    let next = index + 1;
    const token = list[index];
    for (const rule of book?.byWord.get(token?.upper ?? '') ?? book?.anywhere ?? []) {
      const match = rule.match(tokens, index);
      const [first] = match?.edits ?? [];
      if (match === null || first === undefined) continue;
      const end = match.edits.at(-1)?.end ?? first.end;
      while ((edits.at(-1)?.start ?? -1) >= first.start) edits.pop();
      edits.push(...match.edits);
      steps.push({ name: rule.name, lossy: rule.lossy, range: { start: first.start, end } });
      next = Math.max(next, match.next);
      break;
    }
    index = next;
  }
  return { edits, steps };
}
