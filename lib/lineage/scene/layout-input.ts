import { type LayoutInput, PORT_Y } from '../layout/layout';
import { cardHeight, rowMiddle } from './open-card';
import type { Scene } from './scene';

/** Room beside a card for its "+n". */
export const EXPANDER_ROOM = 44;

/** Where a card was before: keeps its order, and its place when it is the anchor. */
export type PlaceBefore = { x: number; y: number };

/**
 * The layout's view of a scene. `before` holds the places of cards that are on screen; `anchorId` is the card that must
 * not move (the focus when it is not on screen).
 */
export function layoutInput(
  scene: Scene,
  widths: Float64Array,
  options: { targetWidth: number; before?: ReadonlyMap<string, PlaceBefore>; anchorId?: string },
): LayoutInput {
  const { nodes, lines, cards } = scene;
  const { before } = options;
  const anchorNode = scene.indexOf.get(options.anchorId ?? '') ?? scene.focus;
  const anchorPlace = before?.get(nodes[anchorNode]?.id ?? '') ?? { x: 0, y: 0 };
  const room = (side: 'up' | 'down') =>
    Float64Array.from(nodes, ({ hidden, overLimit }) =>
      hidden[side] + overLimit[side] > 0 ? EXPANDER_ROOM : 0,
    );
  const ports = (end: 'from' | 'to') =>
    Float64Array.from(
      lines,
      (line) => rowMiddle(cards.get(line[end]), line.columns?.[end] ?? null) ?? PORT_Y,
    );
  return {
    depth: Int32Array.from(nodes, ({ depth }) => depth),
    width: widths,
    height: Float64Array.from(nodes, (_, index) => cardHeight(cards.get(index))),
    roomLeft: room('up'),
    roomRight: room('down'),
    from: Int32Array.from(lines, ({ from }) => from),
    to: Int32Array.from(lines, ({ to }) => to),
    ports: cards.size === 0 ? null : { from: ports('from'), to: ports('to') },
    anchor: { node: anchorNode, ...anchorPlace },
    keep: before ? Float64Array.from(nodes, ({ id }) => before.get(id)?.y ?? Number.NaN) : null,
    effort: 'full',
    targetWidth: options.targetWidth,
  };
}
