import { afterAll, bench, describe } from 'vitest';
import type { LayoutInput } from '@/lib/lineage/layout/layout';
import { layoutGraph } from '@/lib/lineage/layout/layout-graph';
import { generateTrace } from '@/lib/lineage/layout/testing/generate-trace';
import { naiveLayout, unsortedLayout } from './naive-layout';
import { straightCrossings } from './straight-crossings';

const SIZES = [50, 200, 1_000, 2_000, 5_000];
const SEED = 1;
const RUNS = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };
/** Counting the crossings of straight lines takes quadratic time. */
const COUNTED_UP_TO = 2_000;

const inputs = new Map<number, LayoutInput>();
const inputOf = (size: number): LayoutInput => {
  const input = inputs.get(size) ?? generateTrace(size, SEED);
  inputs.set(size, input);
  return input;
};

// Time: vitest prints how many times slower than the baseline each of ours is.
for (const size of SIZES) {
  describe(`layout of ${size} nodes`, () => {
    bench('baseline: longest path, one sweep', () => void naiveLayout(inputOf(size)), RUNS);
    bench('layered, rough', () => void layoutGraph({ ...inputOf(size), effort: 'rough' }), RUNS);
    bench('layered, full', () => void layoutGraph(inputOf(size)), RUNS);
  });
}

// Quality: what the time is spent on.
afterAll(() => {
  const rows = SIZES.filter((size) => size <= COUNTED_UP_TO).map((size) => {
    const input = inputOf(size);
    const naive = straightCrossings(input, naiveLayout(input));
    const unsorted = straightCrossings(input, unsortedLayout(input));
    const layered = straightCrossings(input, layoutGraph(input));
    return {
      nodes: size,
      edges: input.from.length,
      'longest path, one sweep': naive,
      'same columns, unsorted': unsorted,
      layered,
      'of the baseline': (layered / naive).toFixed(2),
      'of unsorted': (layered / unsorted).toFixed(2),
    };
  });
  console.log('Crossings of straight lines, same graphs:');
  console.table(rows);
});
