import { useMemo, useState } from 'react';
import type { useObjectName } from '@/components/shell/use-object-name';
import { showToast } from '@/components/ui/toast';
import { useMediaQuery } from '@/components/ui/use-media-query';
import type { Evidence } from '@/lib/lineage/contract';
import { lineOfEdge, type Scene } from '@/lib/lineage/scene/scene';
import {
  DEPTH_MAX,
  type Direction,
  EXPANSIONS_MAX,
  type InspectorTab,
  isEdgeSelection,
  type LineageViewKind,
  type LineageViewState,
} from '@/lib/lineage/view-state';
import { proofLine } from './evidence/proof-places';
import { useColumnActions } from './use-column-actions';
import type { LineageAddress } from './use-lineage-address';
import type { usePicture } from './use-picture';

/** From 1200 px the inspector stands beside the canvas. */
const ROOMY = '(min-width: 75rem)';

type Input = {
  address: LineageAddress;
  scene: Scene | undefined;
  drawing: ReturnType<typeof usePicture>;
  snapshot: number | null | undefined;
  isPhone: boolean;
  nameOf: ReturnType<typeof useObjectName>;
};

export type LineageActions = ReturnType<typeof useLineageActions>;

/** Everything that people can do in the lineage view, as changes of the address. */
export function useLineageActions({ address, scene, drawing, snapshot, isPhone, nameOf }: Input) {
  const isRoomy = useMediaQuery(ROOMY) === true && !isPhone;
  const [wanted, setWanted] = useState<boolean>();
  const { state } = address;
  const isInspectorOpen = wanted ?? (isRoomy || state.select !== undefined || state.line !== undefined);

  const columnActions = useColumnActions({
    ...{ address, scene, isInspectorOpen },
    holdStill: drawing.holdStill,
  });

  return useMemo(() => {
    const nodeId = (node: number) => scene?.nodes[node]?.id;
    const select = (change: Partial<LineageViewState>) => {
      setWanted(true);
      address.change({ line: undefined, ...change });
    };
    const selectLine = (line: number, tab?: InspectorTab) => {
      const id = scene?.lines[line]?.id;
      const isKnownTab = state.tab === 'sql' || state.tab === 'evidence';
      if (id) select({ select: id, tab: tab ?? (isKnownTab ? state.tab : 'evidence') });
    };
    return {
      ...columnActions,
      isInspectorOpen,
      setDepth: (side: Direction, depth: number) => address.change({ [side]: depth }),
      changeDepth: (side: Direction, by: number) =>
        address.change((now) => ({ [side]: Math.min(DEPTH_MAX, Math.max(0, now[side] + by)) })),
      setView: (view: LineageViewKind) => address.change({ view }),
      focusOn: (node: number) => {
        const object = scene?.nodes[node];
        if (object && node !== scene?.focus) address.focusOn(nameOf(object));
      },
      selectNode: (node: number | undefined) => {
        if (node === undefined) address.change({ select: undefined, line: undefined });
        else select({ select: node === scene?.focus ? undefined : nodeId(node) });
      },
      /** What of an object was not read; it is told in its overview. */
      showReading: (node: number) =>
        select({ select: node === scene?.focus ? undefined : nodeId(node), tab: 'overview' }),
      selectLine: (line: number) => selectLine(line),
      openEvidence: (line: number) => selectLine(line, 'evidence'),
      /** The evidence of what is selected. */
      showEvidence: () => {
        setWanted(true);
        address.change({ tab: 'evidence' });
      },
      setTab: (tab: InspectorTab) => address.change({ tab, line: undefined }),
      /** Goes to the SQL text that holds a proof. */
      openProof: (proof: Pick<Evidence, 'object' | 'span' | 'at'>) => {
        const { object } = proof;
        const isShownEdge = isEdgeSelection(state.select);
        setWanted(true);
        address.change({
          tab: 'sql',
          line: proofLine(proof),
          ...(isShownEdge || object === null
            ? {}
            : { select: object === scene?.trace.root ? undefined : object }),
        });
      },
      toggleExpansion: (id: string, direction: Direction) => {
        drawing.holdStill(id);
        address.change(({ expand }) => {
          const others = expand.filter((one) => one.id !== id || one.direction !== direction);
          if (others.length < expand.length) return { expand: others };
          if (expand.length < EXPANSIONS_MAX) return { expand: [...expand, { id, direction }] };
          showToast(`${EXPANSIONS_MAX} cards are open, more do not fit in a link. Use the depths instead.`);
          return {};
        });
      },
      listAll: () => {
        const { levelsUp = 0, levelsDown = 0 } = scene?.trace.connected ?? {};
        address.change({
          view: 'table',
          up: Math.min(DEPTH_MAX, levelsUp),
          down: Math.min(DEPTH_MAX, levelsDown),
        });
      },
      tidy: drawing.tidy,
      openInspector: () => setWanted(true),
      closeInspector: () => {
        setWanted(false);
        address.change({ select: undefined, line: undefined });
      },
      copyLink: async () => {
        if (typeof snapshot !== 'number') return;
        await navigator.clipboard.writeText(address.permanentHref(snapshot));
        showToast('Link copied');
      },
      /** Takes away exactly one thing: the selected edge or object, the path of a column, the inspector. False: there is nothing. */
      takeAway: (): boolean => {
        if (state.select !== undefined) address.change({ select: undefined, line: undefined });
        else if (state.column !== undefined) columnActions.dropColumn();
        else if (isInspectorOpen) setWanted(false);
        else return false;
        return true;
      },
    };
  }, [
    address,
    scene,
    drawing.holdStill,
    drawing.tidy,
    snapshot,
    isInspectorOpen,
    nameOf,
    state.select,
    state.tab,
    state.column,
    columnActions,
  ]);
}

/** What of a scene is selected. */
export function selectionIn(scene: Scene | undefined, select: string | undefined) {
  if (!scene || select === undefined) return { node: undefined, line: undefined };
  if (isEdgeSelection(select)) return { node: undefined, line: lineOfEdge(scene, select) };
  return { node: scene.indexOf.get(select), line: undefined };
}
