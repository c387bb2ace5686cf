import { at, type LineageGraph } from './graph';
import { parseObjectName } from './parse-object-name';

/**
 * The objects that an id or a name means. A full name beats `schema.name`, that beats `name`; names match without case,
 * and dots may be part of unquoted names.
 * @returns no entry: there is none; several: the text is ambiguous. In display order.
 */
export function findObjects(graph: LineageGraph, reference: string): number[] {
  const byId = graph.indexOf.get(reference);
  if (byId !== undefined) return [byId];
  const name = parseObjectName(reference);
  const matches = name?.quoted === true ? quotedMatcher(graph, name.parts) : plainMatcher(graph, reference);
  const ranked: number[][] = [[], [], []];
  for (let object = 0; object < graph.size; object += 1) {
    const level = matches(object);
    if (level !== undefined) at(ranked, level).push(object);
  }
  return ranked.find((objects) => objects.length > 0) ?? [];
}

/** 0: database, schema and name match, 1: schema and name, 2: only the name. */
type Matcher = (object: number) => number | undefined;

function plainMatcher(graph: LineageGraph, reference: string): Matcher {
  const text = reference.toLowerCase();
  return (object) => {
    const name = at(graph.lowerNames, object);
    if (!text.endsWith(name)) return undefined;
    if (text === name) return 2;
    const schema = `${at(graph.schemas, object).toLowerCase()}.${name}`;
    if (text === schema) return 1;
    return text === `${at(graph.databases, object).toLowerCase()}.${schema}` ? 0 : undefined;
  };
}

function quotedMatcher(graph: LineageGraph, parts: readonly string[]): Matcher {
  const [name, schema, database, ...more] = parts.map((part) => part.toLowerCase()).reverse();
  return (object) => {
    if (at(graph.lowerNames, object) !== name || more.length > 0) return undefined;
    if (schema === undefined) return 2;
    if (at(graph.schemas, object).toLowerCase() !== schema) return undefined;
    if (database === undefined) return 1;
    return at(graph.databases, object).toLowerCase() === database ? 0 : undefined;
  };
}
