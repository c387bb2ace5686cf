import type { StatementFacts } from './object-facts';

/** Without the edges from parameters and other variables that nothing of a table ever goes into. */
export function withoutIdleVariables(statements: readonly StatementFacts[]): StatementFacts[] {
  const leads = new Map<string, Set<string>>();
  const fed: string[] = [];
  for (const { columnEdges } of statements) {
    for (const { from, to } of columnEdges) {
      if (!isVariable(from.relation.key)) fed.push(to.relation.key);
      else leads.set(from.relation.key, (leads.get(from.relation.key) ?? new Set()).add(to.relation.key));
    }
  }
  const busy = new Set<string>();
  for (let key = fed.pop(); key !== undefined; key = fed.pop()) {
    if (!isVariable(key) || busy.has(key)) continue;
    busy.add(key);
    fed.push(...(leads.get(key) ?? []));
  }
  return statements.map((statement) => ({
    ...statement,
    columnEdges: statement.columnEdges.filter(
      ({ from: { relation } }) => !isVariable(relation.key) || busy.has(relation.key),
    ),
  }));
}

function isVariable(key: string): boolean {
  return key.startsWith('local:@');
}
