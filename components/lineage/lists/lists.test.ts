import { describe, expect, it } from 'vitest';
import { trace } from '@/lib/lineage/graph/trace';
import { buildScene } from '@/lib/lineage/scene/scene';
import { sceneTreeRows } from '@/lib/lineage/scene/tree-rows';
import { graphFromPairs, testId } from '@/scripts/test/graph-from-pairs';
import { drawnNeighbours, tableRows } from './table-rows';
import { treeStep } from './tree-step';

/** 0 → 1 → 3, 0 → 2 → 3, 3 → 4; the focus is 3. */
const scene = buildScene({
  ...trace(
    graphFromPairs(5, [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
      [3, 4],
    ]),
    { root: 3, up: 2, down: 1, expand: '', limit: 100 },
  ),
  notRead: [],
  declaring: [],
  answeredInMs: 1,
});
const number = (id: string) => Number.parseInt(id, 16);

describe('the table', () => {
  it('holds every drawn object under its column, in the order of the picture', () => {
    const rows = tableRows(scene).map((row) =>
      row.kind === 'section' ? row.section.title : number(row.node.id),
    );
    expect(rows).toEqual(['2 up', 0, '1 up', 1, 2, 'Focus', 3, '1 down', 4]);
  });

  it('names the drawn neighbours on both sides', () => {
    const node = scene.nodes[scene.indexOf.get(testId(3)) as number];
    if (!node) throw new Error('no focus');
    const ids = (side: 'incoming' | 'outgoing') =>
      drawnNeighbours(scene, node, side).map(({ id }) => number(id));
    expect([ids('incoming'), ids('outgoing')]).toEqual([[1, 2], [4]]);
  });
});

describe('keys in the tree', () => {
  /** 3, 1, 0 under 1, 2, 4. */
  const rows = sceneTreeRows(scene, () => false);
  const closed = sceneTreeRows(scene, (id) => number(id) === 1);

  it.each([
    ['ArrowDown', 0, { to: 1 }],
    ['ArrowDown', 4, { to: 4 }],
    ['ArrowUp', 1, { to: 0 }],
    ['Home', 3, { to: 0 }],
    ['End', 0, { to: 4 }],
    ['ArrowRight', 1, { to: 2 }],
    ['ArrowRight', 2, { to: 2 }],
    ['ArrowLeft', 1, { toggles: true }],
    ['ArrowLeft', 2, { to: 1 }],
    ['q', 0, undefined],
  ] as const)('%s on row %i', (key, at, step) => {
    expect(treeStep(rows, at, key)).toEqual(step);
  });

  it('open a closed row first', () => {
    expect(treeStep(closed, 1, 'ArrowRight')).toEqual({ toggles: true });
  });
});
