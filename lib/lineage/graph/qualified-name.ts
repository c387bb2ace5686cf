import { at, type LineageGraph } from './graph';

/** `database.schema.name`, without an empty database. */
export function qualifiedName(graph: LineageGraph, object: number): string {
  const database = at(graph.databases, object);
  const rest = `${at(graph.schemas, object)}.${at(graph.names, object)}`;
  return database === '' ? rest : `${database}.${rest}`;
}
