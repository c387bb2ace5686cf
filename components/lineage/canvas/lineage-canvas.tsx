'use client';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { CardFilter } from '@/lib/lineage/scene/choose-rows';
import type { CardPlace } from '@/lib/lineage/scene/row-target';
import type { LineageViewState } from '@/lib/lineage/view-state';
import type { CanvasActions } from './canvas-actions';
import { CanvasSurface } from './canvas-surface';
import { CardLayer } from './cards/card-layer';
import { useCardKeys } from './cards/use-card-keys';
import { useRovingCard } from './cards/use-roving-card';
import { CanvasOverlays } from './overlays/canvas-overlays';
import { cardBox, type Picture, placeBox } from './picture';
import { useCanvasMarks } from './use-canvas-marks';
import { useLineHover } from './use-line-hover';
import { usePanZoom } from './view/use-pan-zoom';
import type { ViewStore } from './view/view-store';
import { firstView, reveal } from './view/viewport';

type LineageCanvasProps = {
  store: ViewStore;
  picture: Picture;
  labels: readonly string[];
  newIds: ReadonlySet<string>;
  isSettling: boolean;
  /** Changes when everything was placed anew: the view starts again. */
  placement: number;
  canTidy: boolean;
  state: LineageViewState;
  selectedNode: number | undefined;
  selectedLine: number | undefined;
  actions: CanvasActions;
  filters: ReadonlyMap<string, CardFilter>;
  onFilter: (id: string, filter: CardFilter) => void;
  /** Accessible name. */
  label: string;
  isReducedMotion: boolean;
};

/** The graph: lines on a canvas, near cards as elements over it, everything moved by hand, wheel, fingers or keys. */
export function LineageCanvas(props: LineageCanvasProps) {
  const { store, picture, state, selectedNode, selectedLine, actions, isReducedMotion } = props;
  const container = useRef<HTMLElement>(null);
  const cardLayer = useRef<HTMLDivElement>(null);
  const [linesOf, setLinesOf] = useState<number>();
  const roving = useRovingCard(picture, cardLayer);
  const hover = useLineHover(store, picture);
  usePanZoom(container, store);
  useStartingView(store, picture, props.placement);

  const { scene } = picture;
  const { emphasis, marks } = useCanvasMarks({
    scene,
    selectedNode,
    selectedLine,
    hoveredLine: hover.hovered,
  });
  const show = (place: CardPlace) =>
    store.glideTo(reveal(store.get(), placeBox(picture, place), store.size()), isReducedMotion);
  const onKeyDown = useCardKeys({ store, picture, roving, actions, show, openLines: setLinesOf });

  const nodeOf = (event: { target: EventTarget }) => {
    const id = (event.target as Element).closest('[data-node]')?.getAttribute('data-node');
    return id ? scene.indexOf.get(id) : undefined;
  };
  const rowOf = (event: { target: EventTarget }) =>
    (event.target as Element).closest('[data-column]')?.getAttribute('data-column') ?? undefined;
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as Element).closest('[data-no-pan]')) return;
    const node = nodeOf(event);
    if (node !== undefined) {
      const row = rowOf(event);
      roving.moveTo(node, row);
      if (row === undefined) actions.selectNode(node);
      else actions.pickColumn(scene.nodes[node]?.id ?? '', row);
      return;
    }
    const line = hover.hitAt(event);
    if (line === undefined) actions.selectNode(undefined);
    else actions.selectLine(line);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const node = nodeOf(event);
    if (node !== undefined && rowOf(event) === undefined) actions.focusOn(node);
  };

  return (
    <section
      ref={container}
      aria-label="Lineage graph"
      className="relative min-h-0 flex-1 touch-none overflow-hidden bg-bg data-dragging:cursor-grabbing"
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onPointerMove={hover.onPointerMove}
      onPointerLeave={hover.onPointerLeave}
      onFocus={(event) => {
        const node = nodeOf(event);
        if (node === undefined) return;
        const row = rowOf(event);
        roving.setActive(node, row);
        if (event.target.matches(':focus-visible')) show({ node, row });
      }}
      onScroll={(event) => event.currentTarget.scrollTo(0, 0)}
    >
      <CanvasSurface
        store={store}
        picture={picture}
        emphasis={emphasis}
        isSettling={props.isSettling && !isReducedMotion}
        cardLayer={cardLayer}
      />
      <div
        ref={cardLayer}
        data-settling={props.isSettling && !isReducedMotion ? '' : undefined}
        className="absolute top-0 left-0 size-0 origin-top-left"
      >
        <CardLayer
          store={store}
          picture={picture}
          labels={props.labels}
          marks={{ ...marks, active: roving.active, activeRow: roving.activeRow }}
          newIds={props.newIds}
          expand={state.expand}
          onExpand={actions.toggleExpansion}
          picked={state.column}
          filters={props.filters}
          onToggleColumns={actions.toggleColumns}
          onFilter={props.onFilter}
          label={props.label}
        />
      </div>
      <CanvasOverlays
        store={store}
        picture={picture}
        isReducedMotion={isReducedMotion}
        onTidy={props.canTidy ? actions.tidy : undefined}
        hover={hover}
        onOpenEvidence={(line) => {
          hover.close();
          actions.openEvidence(line);
        }}
        linesOf={linesOf}
        onChooseLine={(line) => {
          setLinesOf(undefined);
          actions.selectLine(line);
          roving.moveTo(roving.active);
        }}
        onCloseLines={() => {
          if (linesOf === undefined) return;
          setLinesOf(undefined);
          roving.moveTo(roving.active);
        }}
      />
    </section>
  );
}

/** Where the view begins: again whenever everything was placed anew. */
function useStartingView(store: ViewStore, picture: Picture, placement: number): void {
  const latest = useRef(picture);
  latest.current = picture;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new placement starts the view again
  useEffect(() => {
    const { bounds, scene } = latest.current;
    const focus = cardBox(latest.current, scene.focus);
    store.jump(firstView(bounds, focus, store.size(), store.textScale()));
  }, [store, placement]);
}
