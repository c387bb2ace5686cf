const PAGES = 40;

/** The time that 95 % of requests for a page of rows take at most, in ms: one after the other until `until` is over, 40 at least. */
export async function browseLatency(origin: string, until: Promise<unknown>): Promise<number> {
  let over = false;
  const ended = () => {
    over = true;
  };
  until.then(ended, ended);
  const taken: number[] = [];
  while (!over || taken.length < PAGES) {
    const started = performance.now();
    const answer = await fetch(
      `${origin}/api/datasets/main.orders/rows?limit=200&offset=${(taken.length % PAGES) * 200}`,
    );
    if (!answer.ok) throw new Error(`A page of rows answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
    taken.push(performance.now() - started);
  }
  taken.sort((a, b) => a - b);
  return taken[Math.ceil(taken.length * 0.95) - 1] ?? 0;
}
