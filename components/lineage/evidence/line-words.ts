import type { ColumnEdge, Edge } from '@/lib/lineage/contract';
import type { SceneLine, SceneNode } from '@/lib/lineage/scene/scene';
import { columnKindWords } from './column-kinds';

const isColumnEdge = (edge: Edge | ColumnEdge): edge is ColumnEdge => 'fromColumn' in edge;

/** What happens along a line, in words. */
export function lineKinds({ edges }: Pick<SceneLine, 'edges'>): string {
  const columns = edges.filter(isColumnEdge);
  if (columns.length > 0) return columnKindWords(columns.map(({ kind }) => kind));
  return [...new Set(edges.map(({ kind }) => kind))].join(', ');
}

/** The name of one end of a line; a column is named with its object. */
export function lineEndName(
  { columns }: Pick<SceneLine, 'columns'>,
  end: 'from' | 'to',
  node: Pick<SceneNode, 'name'>,
): string {
  const column = columns?.[end];
  return column == null ? node.name : `${node.name}.${column}`;
}
