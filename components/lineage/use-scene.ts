import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useAnnounce } from '@/components/ui/announcer';
import { countOf } from '@/lib/format-text/format-count';
import { lineageQuery } from '@/lib/lineage/queries';
import { buildScene, type Scene } from '@/lib/lineage/scene/scene';
import { formatExpansions, type LineageViewState } from '@/lib/lineage/view-state';

/** The most objects that one view draws. */
export const OBJECTS_MAX = 2_000;

/** The lineage of the focus as the address wants it. The last one stays while the next one loads. */
export function useScene(
  focus: string | undefined,
  state: LineageViewState,
  snapshot: number | null | undefined,
) {
  const query = useQuery({
    ...lineageQuery({
      object: focus ?? '',
      up: state.up,
      down: state.down,
      expand: formatExpansions(state.expand),
      limit: OBJECTS_MAX,
      ...(typeof snapshot === 'number' ? { snapshot } : {}),
    }),
    enabled: focus !== undefined && typeof snapshot === 'number',
  });
  const scene = useMemo(() => query.data && buildScene(query.data), [query.data]);
  useSceneAnnouncement(scene);
  return { ...query, scene };
}

function useSceneAnnouncement(scene: Scene | undefined): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (!scene) return;
    const { shown, beyond, edges } = scene.trace;
    announce(
      `${countOf(shown, 'object')}, ${countOf(edges.length, 'edge')}, ${beyond.up + beyond.down} hidden`,
    );
  }, [scene, announce]);
}
