import { createInterface } from 'node:readline';

/**
 * Entry of a process that reads pages of rows, one after the other, as somebody does who has nothing to do with the import. It reads some
 * to be warm and says `ready`; from a line `begin` to a line `end` it takes the time, of `PAGES` at least, and prints the ms that 95 % took at most.
 */

const PAGES = 40;

const [origin = ''] = process.argv.slice(2);

async function page(number: number): Promise<number> {
  const started = performance.now();
  const answer = await fetch(
    `${origin}/api/datasets/main.orders/rows?limit=200&offset=${(number % PAGES) * 200}`,
  );
  if (!answer.ok) throw new Error(`A page of rows answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
  return performance.now() - started;
}

for (let number = 0; number < PAGES; number++) await page(number);

let over = false;
createInterface({ input: process.stdin }).on('line', async (line) => {
  over = line === 'end';
  if (over) return;
  const taken: number[] = [];
  while (!over || taken.length < PAGES) taken.push(await page(taken.length));
  taken.sort((a, b) => a - b);
  process.stdout.write(`${taken[Math.ceil(taken.length * 0.95) - 1]}\n`);
});
process.stdout.write('ready\n');
