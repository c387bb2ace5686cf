import type { SqlDialect } from '../dialect';
import type { Body } from '../ir/body';
import { collapseLocals } from '../model/collapse-locals';
import { extractModel } from '../model/extract-model';
import type { ObjectFacts } from '../model/object-facts';
import { readDefinition } from '../read-definition';
import { readScript } from '../read-script';
import { relationText } from '../report/describe-facts';
import type { CatalogObject } from '../resolve/catalog';
import { type Range, spanFinder } from '../span';

export type CaseObject = { edges: string[]; columns: string[]; diagnostics: string[] };

/** As it comes out of the threads. */
const asJson = (body: Body): Body => JSON.parse(JSON.stringify(body));

/**
 * What the engine finds in a script, one line each, sorted: `reads dbo.t 2:3-2:20`, `dbo.t.a -direct-> dbo.u.b`,
 * `dynamic-sql 3:1-3:10`. Spans are those of statements in the script.
 */
export function describeCase(
  sql: string,
  dialect: SqlDialect,
  tables: { readonly [name: string]: readonly string[] },
): { [object: string]: CaseObject } {
  const inFile = spanFinder(sql);
  const objects = readScript(sql, dialect, 'input.sql');
  const definitions = objects.map((object) => ({ object, body: asJson(readDefinition(object)) }));
  const facts = extractModel(definitions, { objects: Object.entries(tables).map(catalogObject) }, dialect);
  return Object.fromEntries(
    facts.map((it, at) => {
      const offset = objects[at]?.offset ?? 0;
      const place = ({ start, end }: Range) => {
        const span = inFile({ start: start + offset, end: end + offset });
        return `${span.start.line}:${span.start.column}-${span.end.line}:${span.end.column}`;
      };
      return [relationText(it.object), describeObject(it, place)];
    }),
  );
}

function describeObject(facts: ObjectFacts, place: (range: Range) => string): CaseObject {
  const edges = [...facts.edges, ...facts.statements.flatMap((it) => it.edges)];
  const told = edges.map(
    (it) => `${it.access} ${relationText(it.relation)} ${place(it.range)} ${it.method} ${it.confidence}`,
  );
  const columns = collapseLocals(facts).map(({ from, to, kind }) => {
    const target =
      to.column === null ? `${relationText(to.relation)} rows` : `${relationText(to.relation)}.${to.column}`;
    return `${relationText(from.relation)}.${from.column} -${kind}-> ${target}`;
  });
  const diagnostics = facts.diagnostics.map(({ code, range }) => `${code} ${place(range)}`);
  return { edges: sorted(told), columns: sorted(columns), diagnostics: sorted(diagnostics) };
}

/** `[database.]schema.name`, or `schema.name -> what.it.stands.for` for a synonym. */
function catalogObject([text, columns]: [string, readonly string[]]): CatalogObject {
  const [name = '', target] = text.split(' -> ');
  const [last = '', schema = null, database = null] = name.split('.').reverse();
  const known = { database, schema, name: last, columns: columns.length > 0 ? columns : null };
  if (target === undefined) return { ...known, type: 'table' };
  return { ...known, type: 'synonym', synonymOf: target.split('.') };
}

function sorted(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort();
}
