import { useCallback, useEffect, useRef, useState } from 'react';
import type { Layout } from '@/lib/lineage/layout/layout';
import { createLayoutRunner } from '@/lib/lineage/layout/run-layout';
import { startLayoutWorker } from '@/lib/lineage/layout/start-layout-worker';
import { OPEN_CARD_WIDTH } from '@/lib/lineage/scene/card-size';
import { layoutInput, type PlaceBefore } from '@/lib/lineage/scene/layout-input';
import type { Scene } from '@/lib/lineage/scene/scene';
import { createNameMeasure, fitCard, type MeasureName } from './canvas/cards/card-text';
import { buildPicture, type Picture } from './canvas/picture';
import { MOTION_MS, type ViewStore } from './canvas/view/view-store';

export type Placed = {
  picture: Picture;
  labels: string[];
  /** Cards that were not there before. */
  newIds: ReadonlySet<string>;
  /** Counts the times that everything was placed anew. */
  placement: number;
  /** Cards kept their order while others came or went: placing anew would be tidier. */
  isKept: boolean;
};

const NONE: ReadonlySet<string> = new Set();
const SIDE_MARGINS = 96;

/**
 * Places scenes in the layout's own thread. A scene with the same focus keeps the cards that are on screen where they
 * are: `holdStill` names the card that must not move at all.
 */
export function usePicture(scene: Scene | undefined, store: ViewStore) {
  const [placed, setPlaced] = useState<Placed>();
  const [isSettling, setSettling] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [tidyCount, setTidyCount] = useState(0);
  const anchorId = useRef<string>(undefined);
  const measure = useRef<MeasureName>(undefined);
  const latest = useRef<{ placed: Placed | undefined; tidyCount: number }>({
    placed: undefined,
    tidyCount: 0,
  });
  const [runner] = useState(() => createLayoutRunner(startLayoutWorker));

  useEffect(() => () => runner.cancel(), [runner]);

  useEffect(() => {
    if (!scene) return;
    const { placed: before, tidyCount: tidiedBefore } = latest.current;
    const keeps =
      before !== undefined &&
      before.picture.scene.trace.root === scene.trace.root &&
      tidiedBefore === tidyCount;
    latest.current.tidyCount = tidyCount;
    measure.current ??= createNameMeasure();
    const cards = scene.nodes.map((node, index) =>
      fitCard(node, measure.current as MeasureName, index === scene.focus),
    );
    const widths = evenWidths(
      scene,
      cards.map(({ width }, index) => (scene.cards.has(index) ? OPEN_CARD_WIDTH : width)),
    );
    const places = keeps ? placesOf(before.picture) : undefined;
    const input = layoutInput(scene, widths, {
      targetWidth: store.size().width - SIDE_MARGINS,
      ...(places ? { before: places } : {}),
      ...(anchorId.current === undefined ? {} : { anchorId: anchorId.current }),
    });
    if (!scene.isWaiting) anchorId.current = undefined;
    const onLayout = (layout: Layout) => {
      const next: Placed = {
        picture: buildPicture(scene, layout, widths),
        labels: cards.map(({ label }) => label),
        newIds: places ? new Set(scene.nodes.filter(({ id }) => !places.has(id)).map(({ id }) => id)) : NONE,
        placement: (before?.placement ?? 0) + (keeps ? 0 : 1),
        isKept: keeps,
      };
      latest.current.placed = next;
      setFailed(false);
      setPlaced(next);
      setSettling(keeps);
    };
    runner.run(input, onLayout, () => setFailed(true));
  }, [scene, store, runner, tidyCount]);

  useEffect(() => {
    if (!isSettling || !placed) return;
    const timer = window.setTimeout(() => setSettling(false), MOTION_MS);
    return () => window.clearTimeout(timer);
  }, [isSettling, placed]);

  return {
    placed,
    isSettling,
    hasFailed,
    holdStill: useCallback((id: string) => {
      anchorId.current = id;
    }, []),
    tidy: useCallback(() => setTidyCount((count) => count + 1), []),
  };
}

/** Cards of a column are equally wide: as wide as the widest of them. */
function evenWidths({ nodes }: Scene, wanted: readonly number[]): Float64Array {
  const widest = new Map<number, number>();
  nodes.forEach(({ depth }, i) => {
    widest.set(depth, Math.max(widest.get(depth) ?? 0, wanted[i] ?? 0));
  });
  return Float64Array.from(nodes, ({ depth }) => widest.get(depth) ?? 0);
}

function placesOf({ scene, layout }: Picture): Map<string, PlaceBefore> {
  return new Map(scene.nodes.map(({ id }, i) => [id, { x: layout.x[i] ?? 0, y: layout.y[i] ?? 0 }]));
}
