import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import type { NameCandidates } from '../contract';
import { findObjects } from '../graph/find-object';
import { at, type LineageGraph } from '../graph/graph';
import { qualifiedName } from '../graph/qualified-name';

const CANDIDATES_MAX = 20;

/**
 * The one object that an id or a name means.
 * @throws AppError not-found; invalid-request with `candidates` when the name is that of several objects
 */
export function requireObject(graph: LineageGraph, reference: string): number {
  const [object, ...others] = findObjects(graph, reference);
  if (object === undefined) {
    const where = graph.snapshot === 0 ? 'nothing is imported yet' : `not in snapshot #${graph.snapshot}`;
    throw new AppError('not-found', `There is no object "${reference}": ${where}.`);
  }
  if (others.length === 0) return object;
  throw ambiguous(graph, reference, [object, ...others]);
}

function ambiguous(graph: LineageGraph, reference: string, objects: readonly number[]): AppError {
  const some = objects.slice(0, CANDIDATES_MAX);
  const candidates: NameCandidates = some.map((object) => ({
    id: at(graph.ids, object),
    database: at(graph.databases, object),
    schema: at(graph.schemas, object),
    name: at(graph.names, object),
  }));
  const more = objects.length - some.length;
  const names =
    some.map((object) => qualifiedName(graph, object)).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const detail = `"${reference}" is the name of ${objects.length} objects: ${names}. Use the full name or the id.`;
  return new AppError('invalid-request', detail, { extra: { candidates, candidateCount: objects.length } });
}
