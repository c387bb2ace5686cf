import 'server-only';
import type { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { COLUMN_ROLES, type ColumnGraph } from '../columns/column-graph';
import { placesOf } from '../columns/places-of';
import { traceColumns } from '../columns/trace-columns';
import type { ColumnTrace, getLineage as endpoint } from '../contract';
import { at, type LineageGraph } from '../graph/graph';
import { qualifiedName } from '../graph/qualified-name';
import { columnGraphOf } from './column-graph-of';
import { hasColumn } from './has-column';

type Query = z.output<(typeof endpoint)['query']>;

const PORT = COLUMN_ROLES.indexOf('port');

/** The lineage of a column, or of all columns of an object. @throws AppError not-found when there is no such column */
export async function getColumnLineage(
  graph: LineageGraph,
  root: number,
  { column: named, up, down, influence, locals, limit }: Query,
): Promise<Omit<ColumnTrace, 'answeredInMs' | 'notRead' | 'declaring'>> {
  const column = named ?? null;
  const columns = await columnGraphOf(graph);
  const places = placesNamed(columns, root, column);
  if (column !== null && places.length === 0 && !(await hasColumn(graph, root, column))) {
    const detail = `${qualifiedName(graph, root)} has no column "${column}" in snapshot #${graph.snapshot}.`;
    throw new AppError('not-found', detail);
  }
  return traceColumns(graph, columns, {
    ...{ root, places, column, up, down, limit },
    ...{ influence: influence === 'true', locals: locals === 'true' },
  });
}

/** The places of a column, whatever its case, or of all that an object has; with what concerns the object as a whole. */
function placesNamed(columns: ColumnGraph, object: number, column: string | null): number[] {
  const wanted = column?.toLowerCase();
  return placesOf(columns, object).filter(
    (place) =>
      wanted === undefined ||
      (at(columns.names, place).toLowerCase() === wanted && columns.roles[place] !== PORT),
  );
}
