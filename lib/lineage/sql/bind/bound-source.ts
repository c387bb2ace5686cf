import type { Relation } from '../resolve/relation';
import type { Range } from '../span';
import { distinctFlows, type Flow } from './flow';

/** A column of a source or of a result; `key` is its name to compare with. */
export type BoundColumn = {
  readonly name: string | null;
  readonly key: string;
  readonly flows: readonly Flow[];
};

/** The columns a query gives. `open`: relations whose unknown columns pass through a `*`. */
export type Rows = { readonly columns: readonly BoundColumn[]; readonly open: readonly Relation[] };

/** Something a column can belong to. */
export type BoundSource = {
  readonly alias: string | null;
  /** The table itself, where the source is one. */
  readonly relation: Relation | null;
  /** Null when they are not known: any name may be one of them. */
  readonly columns: readonly BoundColumn[] | null;
  readonly open: readonly Relation[];
  /** What every column comes from when the source makes its rows of expressions. */
  readonly made: readonly Flow[] | null;
  /** The table that a change of this source changes: of a CTE or derived table the first below. */
  readonly base: Relation | null;
  /** The entry of FROM, where the source is a table or a function. */
  readonly at?: Range;
};

export function boundColumn(name: string | null, flows: readonly Flow[]): BoundColumn {
  return { name, key: name?.toLowerCase() ?? '', flows: distinctFlows(flows) };
}

const columnsOf = new WeakMap<Relation, readonly BoundColumn[]>();

/** The columns of a relation, each coming from itself; null when they are not known. */
export function relationColumns(relation: Relation): readonly BoundColumn[] | null {
  if (relation.columns === null) return null;
  const known = columnsOf.get(relation);
  if (known !== undefined) return known;
  const columns = relation.columns.map((name) =>
    boundColumn(name, [{ relation, column: name, kind: 'direct' }]),
  );
  columnsOf.set(relation, columns);
  return columns;
}

/** A relation as a source. */
export function relationSource(relation: Relation, alias: string | null, at?: Range): BoundSource {
  const columns = relationColumns(relation);
  const source = { alias: alias ?? relation.name, relation, columns, open: [], made: null, base: relation };
  return at === undefined ? source : { ...source, at };
}

/** The columns with other names, by position. */
export function renameColumns(
  columns: readonly BoundColumn[],
  names: readonly string[],
): readonly BoundColumn[] {
  return names.length === 0 ? columns : columns.map((it, at) => boundColumn(names[at] ?? it.name, it.flows));
}
