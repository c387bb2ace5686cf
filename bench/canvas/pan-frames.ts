import type { Page } from '@playwright/test';

/** `cpu`: what the page's main thread works for each frame; unlike the times it does not grow when others use the machine. */
export type Frames = { median: number; p95: number; longest: number; cpu: number; cards: number };

const FRAMES = 120;

/** Pans the graph for 120 frames as a hand would; times between frames in ms. */
export async function panFrames(page: Page): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await session.send('Performance.enable');
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find((metric) => metric.name === 'ThreadTime')?.value ?? 0) * 1000;
  };
  const before = await worked();
  const frames = await timeFrames(page);
  const cpu = Math.round(((await worked()) - before) * (10 / FRAMES)) / 10;
  await session.detach();
  return { ...frames, cpu };
}

function timeFrames(page: Page): Promise<Omit<Frames, 'cpu'>> {
  return page.getByRole('region', { name: 'Lineage graph' }).evaluate(async (graph, count) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const { left, top, width, height } = graph.getBoundingClientRect();
    let x = left + width / 2;
    let y = top + height / 2;
    const send = (type: string) =>
      graph.dispatchEvent(
        new PointerEvent(type, {
          pointerId: 1,
          pointerType: 'mouse',
          button: 0,
          buttons: 1,
          clientX: x,
          clientY: y,
          bubbles: true,
        }),
      );
    // A made-up pointer cannot be captured.
    graph.setPointerCapture = () => undefined;
    graph.releasePointerCapture = () => undefined;
    send('pointerdown');
    const times: number[] = [];
    let last = await frame();
    for (let step = 0; step < count; step++) {
      x += Math.cos(step / 20) * 14;
      y -= 18 * Math.cos(step / 60);
      send('pointermove');
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    send('pointerup');
    times.sort((a, b) => a - b);
    const at = (share: number) => Math.round((times[Math.floor(count * share)] ?? 0) * 10) / 10;
    return {
      median: at(0.5),
      p95: at(0.95),
      longest: at(0.999),
      cards: graph.querySelectorAll('[data-node]').length,
    };
  }, FRAMES);
}
