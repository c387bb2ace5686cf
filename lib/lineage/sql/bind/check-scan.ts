import type { BodyStatement } from '../ir/body';
import type { ScannedName } from '../parsed-statement';
import type { Relation } from '../resolve/relation';
import { resolveRelation } from '../resolve/resolve-relation';
import { rowsetRelation } from '../resolve/rowset-relation';
import type { Binder } from './binder';
import type { ObjectContext } from './object-context';

/**
 * The token scanner is asked about every statement the parser read: a table that only one of them saw, or that only one of
 * them saw written, is told. Rewrites that put a name of ours in place are no disagreement.
 */
export function checkScan(
  { frame }: Binder,
  { scan, lossy, tree }: BodyStatement,
  context: ObjectContext,
): void {
  // A table with the shape of another gets no rows.
  if (tree?.kind === 'create' && tree.query === null) return;
  const { accesses } = frame.facts;
  const touched = (changed: boolean) =>
    accesses.flatMap(({ access, relation }) => {
      if (access === 'calls' || access === 'references') return [];
      return changed && access === 'reads' ? [] : [relation];
    });
  const parsed = new Set(touched(false).map(({ key }) => key));
  const parsedWrites = touched(true);
  // The scanner leaves out `inserted` and `deleted`, which are rows of a trigger's table.
  const { on } = context.body;
  const own = on === null ? null : resolveRelation({ parts: on.name }, context.home, context.catalog).key;
  const scannedWrites = resolved(scan.writes, context);
  // `FROM t, t.items`: an array of a row looks like a table of a schema.
  const aliases = context.home.dialect === 'bigquery' ? JSON.stringify(tree) : '';
  const tables = scan.reads.filter(
    ({ name }) => name.length === 1 || !aliases.includes(`"alias":"${name[0]}"`),
  );
  const scanned = new Map([...resolved(tables, context), ...scannedWrites]);
  const tell = (who: string, { schema, name }: Relation, what: string) =>
    frame.report(
      'extractors-disagree',
      `Only the ${who} saw ${schema === null ? '' : `${schema}.`}${name} ${what}.`,
    );
  for (const [key, relation] of scanned) {
    if (!parsed.has(key)) tell('token scanner', relation, 'used');
    else if (scannedWrites.has(key) && !parsedWrites.some((it) => it.key === key))
      tell('token scanner', relation, 'changed');
  }
  if (lossy) return;
  for (const relation of touched(false)) {
    const known =
      scanned.has(relation.key) ||
      relation.key === own ||
      relation.type === 'function' ||
      relation.key.startsWith('rowset:');
    if (!known && !isCalled(scan.calls, relation)) tell('parser', relation, 'used');
  }
  // What is changed through a CTE has no name for the scanner, nor has the second table that MySQL changes at once.
  if (scan.writes.length === 0 || context.home.dialect === 'mysql') return;
  for (const relation of parsedWrites) {
    if (scanned.has(relation.key) && !scannedWrites.has(relation.key)) tell('parser', relation, 'changed');
  }
}

/** Tables of people that the names stand for; what is local or of the system is not compared. */
function resolved(
  names: readonly ScannedName[],
  { home, catalog, locals }: ObjectContext,
): Map<string, Relation> {
  const found = new Map<string, Relation>();
  for (const { name: written } of names) {
    const name =
      home.dialect === 'bigquery' && written.length === 1 ? (written[0] ?? '').split('.') : written;
    const [only = ''] = name;
    if (name.length === 1 && locals.table(only) !== null) continue;
    if (name.at(-1)?.startsWith('#') === true || only.startsWith('@')) continue;
    const relation = rowsetRelation(name, home.dialect) ?? resolveRelation({ parts: name }, home, catalog);
    if (relation.kind !== 'system') found.set(relation.key, relation);
  }
  return found;
}

/** A function in FROM is read, and a call to the scanner. */
function isCalled(calls: readonly ScannedName[], { name }: Relation): boolean {
  return calls.some((it) => it.name.at(-1)?.toLowerCase() === name.toLowerCase());
}
