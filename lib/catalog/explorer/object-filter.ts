import { at, type LineageGraph } from '@/lib/lineage/graph/graph';

export type ObjectFilter = {
  q?: string | undefined;
  /** Comma list of types. */
  type?: string | undefined;
  database?: string | undefined;
  schema?: string | undefined;
  source?: string | undefined;
  /** Numbers of the only objects that may match. */
  among?: ReadonlySet<number> | undefined;
};

/** Reads a comma list; undefined when nothing is asked, so that nothing is restricted. */
function setOf(list: string | undefined): ReadonlySet<string> | undefined {
  const values = (list ?? '').split(',').filter((value) => value !== '');
  return values.length === 0 ? undefined : new Set(values);
}

/**
 * The test of one object against the explorer's filters. Text is literal and without case; `q` is part of the name or
 * of `schema.name`.
 */
export function objectFilter(graph: LineageGraph, filter: ObjectFilter): (object: number) => boolean {
  const q = filter.q?.trim().toLowerCase() ?? '';
  const dotted = q.includes('.');
  const types = setOf(filter.type);
  const database = filter.database?.toLowerCase();
  const schema = filter.schema?.toLowerCase();
  const { source, among } = filter;
  return (object) => {
    if (among && !among.has(object)) return false;
    if (types && !types.has(at(graph.types, object))) return false;
    if (database !== undefined && at(graph.databases, object).toLowerCase() !== database) return false;
    if (schema !== undefined && at(graph.schemas, object).toLowerCase() !== schema) return false;
    if (source !== undefined && !at(graph.sources, object).includes(source)) return false;
    const name = at(graph.lowerNames, object);
    return name.includes(q) || (dotted && `${at(graph.schemas, object).toLowerCase()}.${name}`.includes(q));
  };
}
