import type { LayoutInput } from '../layout/layout';
import type { Scene } from './scene';

export const CARD_HEIGHT = 48;
export const CARD_WIDTH_MIN = 160;
export const CARD_WIDTH_MAX = 192;
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
  const { nodes, lines } = scene;
  const { before } = options;
  const anchorNode = scene.indexOf.get(options.anchorId ?? '') ?? scene.focus;
  const anchorPlace = before?.get(nodes[anchorNode]?.id ?? '') ?? { x: 0, y: 0 };
  const room = (side: 'up' | 'down') =>
    Float64Array.from(nodes, ({ hidden, overLimit }) =>
      hidden[side] + overLimit[side] > 0 ? EXPANDER_ROOM : 0,
    );
  return {
    depth: Int32Array.from(nodes, ({ depth }) => depth),
    width: widths,
    height: new Float64Array(nodes.length).fill(CARD_HEIGHT),
    roomLeft: room('up'),
    roomRight: room('down'),
    from: Int32Array.from(lines, ({ from }) => from),
    to: Int32Array.from(lines, ({ to }) => to),
    anchor: { node: anchorNode, ...anchorPlace },
    keep: before ? Float64Array.from(nodes, ({ id }) => before.get(id)?.y ?? Number.NaN) : null,
    effort: 'full',
    targetWidth: options.targetWidth,
  };
}
