import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useAnnounce } from '@/components/ui/announcer';
import { countOf } from '@/lib/format-text/format-count';
import type { ColumnTrace, ObjectColumns } from '@/lib/lineage/contract';
import { catalogColumnsQuery, columnTraceQuery, objectColumnsQuery } from '@/lib/lineage/queries';
import type { CardFilter } from '@/lib/lineage/scene/choose-rows';
import type { Scene } from '@/lib/lineage/scene/scene';
import { withColumns } from '@/lib/lineage/scene/with-columns';
import type { LineageViewState } from '@/lib/lineage/view-state';
import { useIsSlow } from './use-is-slow';

export type Columns = ReturnType<typeof useColumns>;

/** From then on people are told why the first answer takes its time. */
const SLOW_MS = 1_500;

/** The scene with what is opened in it: columns of cards, and the path of the picked column. */
export function useColumns(
  scene: Scene | undefined,
  state: LineageViewState,
  snapshot: number | null | undefined,
) {
  const [filters, setFilters] = useState<ReadonlyMap<string, CardFilter>>(new Map());
  const { open, column: picked, influence, onlyPath: only } = state;
  const input = { influence, snapshot: snapshot ?? 0 };
  const isReady = typeof snapshot === 'number';
  const trace = useQuery({
    ...columnTraceQuery(picked ?? { object: '', column: '' }, input),
    enabled: isReady && picked !== undefined,
    // The path stays while it is asked for again with or without filters; that of another column does not.
    placeholderData: (before) =>
      before?.root === picked?.object && before?.column === picked?.column ? before : undefined,
  });
  const path = picked ? trace.data : undefined;
  const ids = useMemo(
    () => [...new Set([...open, ...(path?.nodes ?? []).map(({ id }) => id)])],
    [open, path],
  );
  const known = useQuery({
    ...objectColumnsQuery(ids, input),
    enabled: isReady && ids.length > 0,
  });
  const isKnown = known.data !== undefined && !known.isPlaceholderData;
  // The edges come from all of the snapshot; what columns there are is no reason to wait for them.
  const catalog = useQuery({
    ...catalogColumnsQuery(ids, input),
    enabled: isReady && ids.length > 0 && !isKnown,
  });
  const isWaiting = (picked !== undefined && trace.isPending) || (ids.length > 0 && !isKnown);
  const columns = useMemo(
    () => (ids.length === 0 ? undefined : isKnown ? known.data : joinKnown(catalog.data, known.data)),
    [ids, isKnown, known.data, catalog.data],
  );
  const drawn = useMemo(
    () =>
      scene && withColumns(scene, { opened: new Set(open), filters, known: columns, path, only, isWaiting }),
    [scene, open, filters, columns, path, only, isWaiting],
  );
  usePathAnnouncement(trace.isPlaceholderData ? undefined : path);
  const failed = picked && trace.isError ? trace : open.length > 0 && known.isError ? known : undefined;
  return {
    scene: drawn,
    path,
    isLoadingPath: picked !== undefined && (trace.isPending || trace.isPlaceholderData),
    isSlow: useIsSlow(isWaiting && !failed, SLOW_MS),
    failed,
    filters,
    setFilter: (id: string, filter: CardFilter) => setFilters(new Map(filters).set(id, filter)),
  };
}

/** Columns that came without their edges, beside those of before. */
function joinKnown(
  columns: ObjectColumns | undefined,
  before: ObjectColumns | undefined,
): Pick<ObjectColumns, 'objects' | 'edges'> | undefined {
  if (columns === undefined) return before;
  const objects = new Map([...(before?.objects ?? []), ...columns.objects].map((one) => [one.id, one]));
  return { objects: [...objects.values()], edges: before?.edges ?? [] };
}

function usePathAnnouncement(path: ColumnTrace | undefined): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (!path?.column) return;
    const { up, down } = path.connected;
    const objects = countOf(path.nodes.length, 'object');
    announce(`Path of ${path.column}: ${countOf(up, 'column')} upstream, ${down} downstream, in ${objects}.`);
  }, [path, announce]);
}
