import type { RepairStep } from '../parsed-statement';
import { pairParens } from '../tokens/pair-parens';
import type { Token } from '../tokens/token';
import type { Edit } from './edits';
import type { Rule } from './rule';
import { changes } from './rules/changes';
import { clauses } from './rules/clauses';
import { quotedNames } from './rules/names';
import { outputs } from './rules/outputs';
import { rowsets } from './rules/rowsets';
import { silentMisreadings } from './rules/silent-misreadings';
import { xmlMethods } from './rules/xml-methods';

/** The edits of a rewrite, and what they are. */
export type Rewrite = { readonly edits: readonly Edit[]; readonly steps: readonly RepairStep[] };

/** In the order in which they are asked; the first that matches takes its tokens. */
const RULES: readonly Rule[] = [
  ...[...silentMisreadings, ...changes, ...clauses, ...rowsets, ...xmlMethods, ...outputs, ...quotedNames],
];
const ANYWHERE = RULES.filter(({ at }) => at === null);
const BY_WORD = new Map<string, Rule[]>();
for (const rule of RULES)
  for (const word of rule.at ?? []) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), rule]);

/** The rewrites of T-SQL up to a level for the tokens of one statement. */
export function rewrite(list: readonly Token[], level: Rule['level']): Rewrite {
  const tokens = { list, pairs: pairParens(list, () => false) };
  const edits: Edit[] = [];
  const steps: RepairStep[] = [];
  for (let index = 0; index < list.length; ) {
    let next = index + 1;
    const token = list[index];
    for (const rule of [...(BY_WORD.get(token?.upper ?? '') ?? []), ...ANYWHERE]) {
      if (rule.level > level) continue;
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
