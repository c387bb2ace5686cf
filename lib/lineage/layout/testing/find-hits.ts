import { jointOf } from '../joint';
import { type Layout, type LayoutInput, TURN_REACH } from '../layout';

type Box = { left: number; top: number; right: number; bottom: number };

const meets = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The cards, each a hair smaller, so that a line that ends at a border does not count as inside. */
export function cardBoxes(input: LayoutInput, layout: Layout): Box[] {
  return Array.from(layout.x, (x, v) => ({
    left: x + 0.5,
    top: (layout.y[v] as number) + 0.5,
    right: x + (input.width[v] as number) - 0.5,
    bottom: (layout.y[v] as number) + (input.height[v] as number) - 0.5,
  }));
}

/** Pairs of cards that lie on each other. */
export function findOverlaps(input: LayoutInput, layout: Layout): Array<[number, number]> {
  const boxes = cardBoxes(input, layout);
  return boxes.flatMap((box, v) =>
    boxes.flatMap((other, w) => (v < w && meets(box, other) ? [[v, w] as [number, number]] : [])),
  );
}

/** Edges whose lanes or curves enter a card, with the card. A curve may lie anywhere in the box around its ends. */
export function findHits(input: LayoutInput, layout: Layout): Array<{ edge: number; card: number }> {
  const boxes = cardBoxes(input, layout);
  const hits: Array<{ edge: number; card: number }> = [];
  for (let edge = 0; edge < input.from.length; edge++) {
    for (const piece of pieces(layout, edge)) {
      boxes.forEach((box, card) => {
        if (meets(piece, box)) hits.push({ edge, card });
      });
    }
  }
  return hits;
}

function pieces({ routeStart, lanes }: Layout, edge: number): Box[] {
  const out: Box[] = [];
  const first = routeStart[edge] as number;
  const end = routeStart[edge + 1] as number;
  const lane = (i: number) => [...lanes.subarray(i * 3, i * 3 + 3)] as [number, number, number];
  for (let i = first; i < end; i++) {
    const [x0, x1, y] = lane(i);
    out.push({ left: Math.min(x0, x1), right: Math.max(x0, x1), top: y - 0.01, bottom: y + 0.01 });
    if (i + 1 === end) continue;
    const [nextX, nextEnd, nextY] = lane(i + 1);
    const joint = jointOf(x0, x1, nextX, nextEnd);
    out.push({
      left: Math.min(x1, nextX) - (joint === 'turn-left' ? TURN_REACH : 0),
      right: Math.max(x1, nextX) + (joint === 'turn-right' ? TURN_REACH : 0),
      top: Math.min(y, nextY),
      bottom: Math.max(y, nextY),
    });
  }
  return out;
}
