import type { TraceNode } from '@/lib/lineage/contract';
import { at, degree, type LineageGraph } from './graph';

/** One object as the API shows it; a trace adds its depth. */
export function toNode(graph: LineageGraph, object: number): Omit<TraceNode, 'depth'> {
  return {
    id: at(graph.ids, object),
    database: at(graph.databases, object),
    schema: at(graph.schemas, object),
    name: at(graph.names, object),
    type: at(graph.types, object),
    inDegree: degree(graph.up, object),
    outDegree: degree(graph.down, object),
    slot: at(graph.slots, object),
  };
}
