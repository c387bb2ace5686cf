import { useQueries, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { objectsQuery, schemasQuery } from '@/lib/catalog/queries';
import { type Children, openLeaves, treeRows } from './tree-rows';

type Filter = { snapshot: number; q: string; type: string | undefined; isOnlyUnread: boolean };

/** The rows of the tree for a snapshot and filters; open schemas and ranges load their objects. */
export function useExplorerData(filter: Filter, isOpen: (key: string, isFiltered: boolean) => boolean) {
  const q = useDeferredValue(filter.q.trim());
  const input = {
    snapshot: filter.snapshot,
    ...(q === '' ? {} : { q }),
    ...(filter.type && { type: filter.type }),
    ...(filter.isOnlyUnread && { unread: 'true' as const }),
  };
  const schemas = useQuery(schemasQuery(input));
  const items = schemas.data?.items ?? [];
  const isFiltered = (q !== '' || filter.isOnlyUnread) && (schemas.data?.matching ?? 0) <= 200;
  const open = (key: string) => isOpen(key, isFiltered);
  const leaves = openLeaves(items, open);
  const lists = useQueries({
    queries: leaves.map((leaf) =>
      objectsQuery({
        ...input,
        database: leaf.schema.database,
        schema: leaf.schema.schema,
        limit: Math.max(1, leaf.total),
        cursor: leaf.cursor,
      }),
    ),
  });
  const children = new Map<string, Children>();
  leaves.forEach((leaf, index) => {
    const list = lists[index];
    if (list?.data) children.set(leaf.key, { state: 'ready', objects: list.data.items });
    else children.set(leaf.key, { state: list?.isError ? 'error' : 'loading' });
  });
  const rows = treeRows(items, open, (leaf) => children.get(leaf) ?? { state: 'loading' });
  const hasDatabases = useMemo(() => new Set(items.map((item) => item.database)).size > 1, [items]);
  return {
    rows,
    hasDatabases,
    schemas,
    isFiltered,
    retry: () => {
      void schemas.refetch();
      for (const list of lists) if (list.isError) void list.refetch();
    },
  };
}
