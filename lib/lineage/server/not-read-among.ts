import 'server-only';
import type { NotRead } from '../contract';
import { isUnread, unreadOf } from '../coverage/definition-reading';
import { at, type LineageGraph } from '../graph/graph';
import type { Readings } from './readings-of';

/** Those of some nodes that were not fully read, in their order; what several sources say of one is added up. */
export function notReadAmong(
  { ofObject, unread }: Readings,
  graph: LineageGraph,
  nodes: readonly { id: string }[],
): NotRead[] {
  return nodes.flatMap(({ id }) => {
    const object = graph.indexOf.get(id);
    if (object === undefined || !unread.has(object)) return [];
    const readings = (ofObject.get(object) ?? []).filter(isUnread);
    const whole = readings.find(({ definition }) => definition !== 'read');
    return {
      node: at(graph.ids, object),
      definition: whole?.definition ?? 'read',
      statements: readings.reduce((sum, reading) => sum + unreadOf(reading), 0),
      parts: readings.reduce((sum, reading) => sum + reading.omitted, 0),
    };
  });
}
