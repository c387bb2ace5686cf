import type { Relation } from '../resolve/relation';
import { collapseLocals } from './collapse-locals';
import type { ObjectFacts, StatementFacts } from './object-facts';

/** Rows of `from` went into `to`. */
export type LoggedFlow = { readonly from: Relation; readonly to: Relation; readonly confidence: number };

/**
 * Between which objects a logged text moved rows: what one of its statements reads while it inserts, updates, merges or selects
 * into another, also by way of temporary tables. A text that only reads or only changes tells of no flow, and so does one that
 * deletes: no row goes anywhere.
 */
export function loggedFlows(facts: Pick<ObjectFacts, 'object' | 'statements' | 'borrows'>): LoggedFlow[] {
  const flows = new Map<string, LoggedFlow>();
  const add = (from: Relation, to: Relation, confidence: number) => {
    if (from.key === to.key || !isLasting(from, facts.object) || !isLasting(to, facts.object)) return;
    const key = `${from.key}\n${to.key}`;
    const known = flows.get(key);
    if (known === undefined || known.confidence < confidence) flows.set(key, { from, to, confidence });
  };
  const written = new Set<string>();
  for (const statement of facts.statements) {
    const targets = statement.edges.filter(({ access }) => access === 'writes');
    for (const { relation: to, confidence } of targets) {
      written.add(to.key);
      for (const from of readBy(statement)) add(from, to, confidence);
    }
  }
  for (const { from, to, confidence } of collapseLocals(facts)) {
    if (written.has(to.relation.key)) add(from.relation, to.relation, confidence);
  }
  return [...flows.values()];
}

/** INSERT ... EXEC takes the rows that the procedure gives. */
function readBy({ kind, edges }: StatementFacts): Relation[] {
  const takes = kind === 'insert-execute' ? ['reads', 'calls'] : ['reads'];
  return edges.filter(({ access }) => takes.includes(access)).map(({ relation }) => relation);
}

function isLasting({ kind, key }: Relation, self: Relation): boolean {
  return kind !== 'local' && kind !== 'system' && key !== self.key;
}
