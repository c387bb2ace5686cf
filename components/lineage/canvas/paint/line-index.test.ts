import { describe, expect, it } from 'vitest';
import { layoutGraph } from '@/lib/lineage/layout/layout-graph';
import { generateTrace } from '@/lib/lineage/layout/testing/generate-trace';
import { buildLineIndex, pieceCubic } from './line-index';
import { linePieces } from './line-pieces';

const input = generateTrace(120, 3);
const layout = layoutGraph(input);
const pieces = linePieces(layout);
const index = buildLineIndex(pieces);

describe('the pieces of the lines', () => {
  it('follow each other from the port of one card to the port of the other', () => {
    for (let line = 0; line < input.from.length; line++) {
      const [first, end] = [pieces.start[line] as number, pieces.start[line + 1] as number];
      const [from, to] = [input.from[line] as number, input.to[line] as number];
      expect(pieces.x0[first]).toBeCloseTo((layout.x[from] as number) + (input.width[from] as number), 6);
      expect(pieces.x1[end - 1]).toBeCloseTo(layout.x[to] as number, 6);
      for (let i = first + 1; i < end; i++) {
        expect(pieces.x0[i]).toBeCloseTo(pieces.x1[i - 1] as number, 1);
        expect(pieces.y0[i]).toBe(pieces.y1[i - 1]);
      }
    }
  });

  it('are found where they are', () => {
    for (let piece = 0; piece < pieces.kind.length; piece += 7) {
      const [x0, y0, x1, y1, x2, y2, x3, y3] = pieceCubic(pieces, piece);
      const [x, y] = [(x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8];
      const found = index?.hit(x, y, 4);
      expect(found).toBeDefined();
    }
  });

  it('are not found where nothing is', () => {
    expect(index?.hit(layout.left - 500, layout.top - 500, 6)).toBeUndefined();
    expect(index?.search({ left: 1e6, top: 0, right: 2e6, bottom: 1 })).toEqual([]);
  });

  it('need no index when there are none', () => {
    expect(
      buildLineIndex(linePieces({ routeStart: new Int32Array(1), lanes: new Float64Array(0) })),
    ).toBeUndefined();
  });
});
