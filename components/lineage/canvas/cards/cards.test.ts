import { describe, expect, it } from 'vitest';
import { trace } from '@/lib/lineage/graph/trace';
import { layoutGraph } from '@/lib/lineage/layout/layout-graph';
import { generateTrace } from '@/lib/lineage/layout/testing/generate-trace';
import { buildScene } from '@/lib/lineage/scene/scene';
import { graphFromPairs } from '@/scripts/test/graph-from-pairs';
import { cardsInTiles, tilesNear } from '../paint/tiles';
import { buildPicture, cardBox } from '../picture';
import { cardOutline, cardShape } from './card-shape';
import { fitCard } from './card-text';

const measure = (text: string) => [...text].length * 7;

describe('the text of a card', () => {
  it('stays whole while it fits, and widens the card up to the limit', () => {
    expect(fitCard({ name: 'Person', type: 'table' }, measure, false)).toEqual({
      width: 160,
      label: 'Person',
    });
    expect(fitCard({ name: 'PhoneNumberTypes', type: 'table' }, measure, false).width).toBe(160);
    expect(fitCard({ name: 'PhoneNumberTypesOf', type: 'table' }, measure, false).width).toBe(172);
    expect(fitCard({ name: 'Person', type: 'view' }, measure, true).width).toBe(192);
  });

  it('loses its middle when it is too long, a little more beside a folded corner', () => {
    const name = 'vProductModelCatalogDescription';
    const table = fitCard({ name, type: 'table' }, measure, false);
    const file = fitCard({ name, type: 'file' }, measure, false);
    expect(table).toEqual({ width: 192, label: 'vProductMo…scription' });
    expect(measure(table.label)).toBeLessThanOrEqual(192 - 46);
    expect(file.label.length).toBeLessThan(table.label.length);
  });
});

describe('the outline of a card', () => {
  it('tells the type', () => {
    expect((['table', 'view', 'procedure', 'function', 'file'] as const).map(cardShape)).toEqual([
      'square',
      'round',
      'cut',
      'cut',
      'folded',
    ]);
  });

  it.each(['square', 'round', 'cut', 'folded'] as const)('stays inside the card (%s)', (shape) => {
    const { outline, bar } = cardOutline(shape, 160, 48);
    const numbers = `${outline} ${bar}`.match(/-?[\d.]+/g)?.map(Number) ?? [];
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBe(160);
    expect(outline.endsWith('Z') && bar.endsWith('Z')).toBe(true);
  });
});

describe('the cards near the view', () => {
  const scene = buildScene({
    ...trace(graphFromPairs(3, [[0, 1]]), { root: 0, up: 1, down: 1, expand: '', limit: 9 }),
    notRead: [],
    declaring: [],
    answeredInMs: 1,
  });
  const input = generateTrace(600, 2);
  const picture = buildPicture(scene, layoutGraph(input), input.width);
  const size = { width: 1440, height: 800 };

  it('are all that can be seen, and not many more', () => {
    for (const view of [
      { x: -300, y: -200, zoom: 1 },
      { x: 400, y: 2000, zoom: 0.5 },
    ]) {
      const near = new Set(cardsInTiles(picture, tilesNear(view, size)));
      const seen = Array.from(input.depth.keys()).filter((node) => {
        const box = cardBox(picture, node);
        return (
          box.right > view.x &&
          box.left < view.x + size.width / view.zoom &&
          box.bottom > view.y &&
          box.top < view.y + size.height / view.zoom
        );
      });
      expect(seen.every((node) => near.has(node))).toBe(true);
      expect(near.size).toBeLessThan(600);
    }
  });

  it('stay the same during a small move, and are none when cards are only marks', () => {
    const view = { x: 0, y: 0, zoom: 1 };
    expect(tilesNear({ ...view, x: 40 }, size)).toBe(tilesNear(view, size));
    expect(cardsInTiles(picture, tilesNear({ ...view, zoom: 0.39 }, size))).toEqual([]);
  });
});
