'use client';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useSingleKeys } from '@/components/shell/keys/use-shortcuts';
import { arrowTarget } from '@/lib/lineage/scene/arrow-target';
import { NO_PATH, pathBetween } from '@/lib/lineage/scene/path-between';
import type { Direction, LineageViewState } from '@/lib/lineage/view-state';
import type { Emphasis } from './brush';
import { canvasCommand } from './canvas-command';
import { CanvasOverlays } from './canvas-overlays';
import { CanvasSurface } from './canvas-surface';
import { CardLayer, type CardMarks } from './card-layer';
import { cardBox, type Picture } from './picture';
import { useLineHover } from './use-line-hover';
import { usePanZoom } from './use-pan-zoom';
import { useRovingCard } from './use-roving-card';
import type { ViewStore } from './view-store';
import { firstView, panBy, reveal } from './viewport';

export type CanvasActions = {
  focusOn: (node: number) => void;
  /** Undefined: nothing is selected. */
  selectNode: (node: number | undefined) => void;
  selectLine: (line: number) => void;
  openEvidence: (line: number) => void;
  toggleExpansion: (id: string, direction: Direction) => void;
  tidy: () => void;
};

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
  const [areLettersOn] = useSingleKeys();
  const lastKey = useRef('');
  const roving = useRovingCard(picture, cardLayer);
  const hover = useLineHover(store, picture);
  usePanZoom(container, store);
  useStartingView(store, picture, props.placement);

  const { scene } = picture;
  const path = useMemo(
    () => (selectedNode === undefined ? NO_PATH : pathBetween(scene, scene.focus, selectedNode)),
    [scene, selectedNode],
  );
  const emphasis = useMemo<Emphasis>(
    () => ({
      path: path.lines,
      hovered: hover.hovered,
      selected: selectedLine,
      dimsOthers: selectedLine !== undefined,
    }),
    [path, hover.hovered, selectedLine],
  );
  const ends = useMemo(() => {
    const line = selectedLine === undefined ? undefined : scene.lines[selectedLine];
    return line && new Set([line.from, line.to]);
  }, [scene, selectedLine]);
  const marks: CardMarks = { selected: selectedNode, active: roving.active, path, ends };

  const show = (node: number) =>
    store.glideTo(reveal(store.get(), cardBox(picture, node), store.size()), isReducedMotion);
  const goTo = (node: number | undefined) => {
    if (node === undefined) return;
    show(node);
    roving.moveTo(node);
  };
  const expandBoth = (node: number) => {
    const { id, hidden } = scene.nodes[node] ?? { id: '', hidden: { up: 0, down: 0 } };
    if (hidden.up > 0) actions.toggleExpansion(id, 'up');
    if (hidden.down > 0) actions.toggleExpansion(id, 'down');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isCard = (event.target as Element).closest('[data-node]') !== null;
    const wasG = lastKey.current === 'g';
    lastKey.current = event.key;
    const command = isCard ? canvasCommand(event, areLettersOn) : undefined;
    // "g l" is a way to another page.
    if (!command || (wasG && command.do === 'lines')) return;
    event.preventDefault();
    if (command.do === 'arrow') goTo(arrowTarget(scene, picture.layout.y, roving.active, command.key));
    else if (command.do === 'pan') store.move(panBy(store.get(), command.dx, command.dy));
    else if (command.do === 'focus') actions.focusOn(roving.active);
    else if (command.do === 'select') actions.selectNode(roving.active);
    else if (command.do === 'expand') expandBoth(roving.active);
    else setLinesOf(roving.active);
  };

  const nodeOf = (event: { target: EventTarget }) => {
    const id = (event.target as Element).closest('[data-node]')?.getAttribute('data-node');
    return id ? scene.indexOf.get(id) : undefined;
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as Element).closest('[data-no-pan]')) return;
    const node = nodeOf(event);
    if (node !== undefined) {
      roving.moveTo(node);
      actions.selectNode(node);
      return;
    }
    const line = hover.hitAt(event);
    if (line === undefined) actions.selectNode(undefined);
    else actions.selectLine(line);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const node = nodeOf(event);
    if (node !== undefined) actions.focusOn(node);
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
        roving.setActive(node);
        if (event.target.matches(':focus-visible')) show(node);
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
          marks={marks}
          newIds={props.newIds}
          expand={state.expand}
          onExpand={actions.toggleExpansion}
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
    store.jump(firstView(bounds, cardBox(latest.current, scene.focus), store.size()));
  }, [store, placement]);
}
