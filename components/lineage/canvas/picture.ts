import Flatbush from 'flatbush';
import type { Layout } from '@/lib/lineage/layout/layout';
import { CARD_HEIGHT, ROW_HEIGHT } from '@/lib/lineage/scene/card-size';
import { cardHeight, rowMiddle } from '@/lib/lineage/scene/open-card';
import type { CardPlace } from '@/lib/lineage/scene/row-target';
import type { Scene } from '@/lib/lineage/scene/scene';
import { buildLineIndex, type LineIndex } from './paint/line-index';
import { type LinePieces, linePieces } from './paint/line-pieces';
import type { Box } from './view/viewport';

/** A placed scene with everything that drawing and hitting need. */
export type Picture = {
  scene: Scene;
  layout: Layout;
  widths: Float64Array;
  heights: Float64Array;
  pieces: LinePieces;
  lineIndex: LineIndex | undefined;
  /** Cards that touch a part of the picture, ascending. */
  cardsIn: (box: Box) => number[];
  bounds: Box;
};

/** Indexes a layout of `scene`. */
export function buildPicture(scene: Scene, layout: Layout, widths: Float64Array): Picture {
  const pieces = linePieces(layout);
  const heights = Float64Array.from(layout.x, (_, v) => cardHeight(scene.cards.get(v)));
  const tree = new Flatbush(Math.max(1, layout.x.length));
  layout.x.forEach((x, v) => {
    const y = layout.y[v] ?? 0;
    tree.add(x, y, x + (widths[v] ?? 0), y + (heights[v] ?? 0));
  });
  if (layout.x.length === 0) tree.add(0, 0, 0, 0);
  tree.finish();
  return {
    scene,
    layout,
    widths,
    heights,
    pieces,
    lineIndex: buildLineIndex(pieces),
    cardsIn: ({ left, top, right, bottom }) => tree.search(left, top, right, bottom).sort((a, b) => a - b),
    bounds: { left: layout.left, top: layout.top, right: layout.right, bottom: layout.bottom },
  };
}

/** Where a card is, or one of its rows; of a card that is opened, its head. */
export function placeBox(picture: Picture, { node, row }: CardPlace): Box {
  const box = cardBox(picture, node);
  const card = picture.scene.cards.get(node);
  const middle = rowMiddle(card, row ?? null);
  if (middle === undefined) return card ? { ...box, bottom: box.top + CARD_HEIGHT } : box;
  return { ...box, top: box.top + middle - ROW_HEIGHT / 2, bottom: box.top + middle + ROW_HEIGHT / 2 };
}

/** Where a card is. */
export function cardBox({ layout, widths, heights }: Picture, node: number): Box {
  const [x, y] = [layout.x[node] ?? 0, layout.y[node] ?? 0];
  return { left: x, top: y, right: x + (widths[node] ?? 0), bottom: y + (heights[node] ?? 0) };
}
