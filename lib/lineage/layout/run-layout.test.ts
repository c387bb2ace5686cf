import { describe, expect, it } from 'vitest';
import type { Layout, LayoutInput } from './layout';
import { layoutGraph } from './layout-graph';
import { createLayoutRunner, type LayoutWorker } from './run-layout';
import { generateTrace } from './testing/generate-trace';

type Posted = { ticket: number; input: LayoutInput; roughFirst: boolean };

/** A worker that computes real layouts, but only when the test says so. */
class HeldWorker implements LayoutWorker {
  onmessage: LayoutWorker['onmessage'] = null;
  onerror: LayoutWorker['onerror'] = null;
  readonly posted: Posted[] = [];
  isTerminated = false;

  postMessage(message: Posted): void {
    this.posted.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answer(message: Posted, isFinal = true): void {
    const data = { ticket: message.ticket, isFinal, layout: layoutGraph(message.input) };
    this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
  }
}

const start = () => {
  const workers: HeldWorker[] = [];
  const runner = createLayoutRunner(() => {
    const worker = new HeldWorker();
    workers.push(worker);
    return worker;
  });
  const got: Array<{ layout: Layout; isFinal: boolean }> = [];
  const failures: string[] = [];
  const run = (input: LayoutInput) =>
    runner.run(
      input,
      (layout, isFinal) => got.push({ layout, isFinal }),
      () => failures.push('failed'),
    );
  return { workers, runner, run, got, failures };
};

describe('createLayoutRunner', () => {
  const small = generateTrace(10, 1);
  const other = generateTrace(20, 2);

  it('hands over the layout and uses its worker again', () => {
    const { workers, run, got } = start();
    run(small);
    workers[0]?.answer(workers[0].posted[0] as Posted);
    run(other);
    workers[0]?.answer(workers[0].posted[1] as Posted);
    expect(workers).toHaveLength(1);
    expect(got.map(({ layout }) => layout.x.length)).toEqual([10, 20]);
  });

  it('ends the layout that still runs when a newer one is asked for, and drops its late answer', () => {
    const { workers, run, got } = start();
    run(small);
    run(other);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    workers[0]?.answer(workers[0].posted[0] as Posted);
    workers[1]?.answer(workers[1].posted[0] as Posted);
    expect(got.map(({ layout }) => layout.x.length)).toEqual([20]);
  });

  it('ends a layout between its rough and its final picture', () => {
    const { workers, run } = start();
    run(small);
    workers[0]?.answer(workers[0].posted[0] as Posted, false);
    run(other);
    expect(workers[0]?.isTerminated).toBe(true);
  });

  it('asks for a rough picture of big new graphs only', () => {
    const { workers, run } = start();
    const big = generateTrace(1_600, 3);
    run(small);
    run(big);
    run({ ...big, keep: new Float64Array(1_600) });
    expect(workers.flatMap(({ posted }) => posted.map(({ roughFirst }) => roughFirst))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('reports a worker that fails and starts a new one', () => {
    const { workers, run, failures } = start();
    run(small);
    workers[0]?.onerror?.call(workers[0] as unknown as Worker, {} as ErrorEvent);
    run(other);
    expect(failures).toEqual(['failed']);
    expect(workers).toHaveLength(2);
  });

  it('drops everything on cancel', () => {
    const { workers, runner, run, got } = start();
    run(small);
    const message = workers[0]?.posted[0] as Posted;
    runner.cancel();
    workers[0]?.answer(message);
    expect(got).toEqual([]);
    expect(workers[0]?.isTerminated).toBe(true);
  });
});
