import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { importFiles } from '@/e2e/fixtures/one-call-import';
import { Trace } from '@/lib/lineage/contract';
import { until } from '@/scripts/screenshots/until.mjs';
import { buildApp } from '@/scripts/setup/build-app.mjs';
import { findChromium } from '@/scripts/setup/find-chromium.mjs';
import { serveApp } from '@/scripts/setup/serve-app.mjs';
import { type Frames, panFrames } from './pan-frames';
import { writeTrace } from './write-trace';

/** What is promised for a trace of 2,000 objects, as the median of the rounds. */
const OBJECTS = 2_000;
const OPENED = 50;
const CARDS_OPENED = ` with ${OPENED} opened cards`;
const P95_MAX_MS = 34;
const ROUNDS = 3;
const PORT = 4198;
const url = `http://localhost:${PORT}`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Opens the trace and pans it at both zooms, each in its own page. */
async function round(page: Page, object: string): Promise<Record<string, Frames>> {
  const started = performance.now();
  await page.goto(`${url}/lineage/${object}?up=10&down=10`);
  await page.locator('[data-node]').first().waitFor();
  const status = await page.getByText(/^Showing/).textContent();
  say(`${status}, first card after ${Math.round(performance.now() - started)} ms`);
  await rest(page);
  const results: Record<string, Frames> = {};
  await panAtZooms(page, results, '');
  const opened = performance.now();
  await page.goto(`${url}/lineage/${object}?up=10&down=10&open=${await nearest(object)}`);
  await page.locator('[data-column]').first().waitFor();
  say(`first columns of ${OPENED} opened cards after ${Math.round(performance.now() - opened)} ms`);
  await rest(page);
  await panAtZooms(page, results, CARDS_OPENED);
  return results;
}

/** Until the page had nothing to do for ten idle periods in a row. */
function rest(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const LONG_MS = 30;
    const idle = () => new Promise<IdleDeadline>((resolve) => requestIdleCallback(resolve));
    for (let quiet = 0; quiet < 10; ) quiet = (await idle()).timeRemaining() > LONG_MS ? quiet + 1 : 0;
  });
}

async function panAtZooms(page: Page, results: Record<string, Frames>, what: string): Promise<void> {
  for (const [zoom, key] of [
    ['100 %', '0'],
    ['fit', 'f'],
  ] as const) {
    await page.keyboard.press(key);
    await panFrames(page);
    await page.keyboard.press(key);
    results[`${zoom}${what}`] = await panFrames(page);
  }
}

/** Ids of the focus and of what is nearest to it. */
async function nearest(object: string): Promise<string> {
  const answer = await fetch(`${url}/api/lineage?object=${object}&up=10&down=10`);
  const { nodes } = Trace.parse(await answer.json());
  const byDepth = nodes.toSorted((a, b) => Math.abs(a.depth) - Math.abs(b.depth) || (a.id < b.id ? -1 : 1));
  return byDepth
    .slice(0, OPENED)
    .map(({ id }) => id)
    .join(',');
}

await buildApp();
const folder = await mkdtemp(join(tmpdir(), 'headwater-canvas-'));
const { name, files } = await writeTrace(folder, OBJECTS);
const server = serveApp({
  host: '127.0.0.1',
  port: PORT,
  isQuiet: true,
  env: { WORKSPACE_DIR: join(folder, 'workspace'), LOG_LEVEL: 'warn' },
});
server.stderr.pipe(process.stderr);
const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
const browser = await chromium.launch({ executablePath: await findChromium(), args });
try {
  await until(async () => (await fetch(`${url}/api/health`)).ok, 'the server');
  await importFiles(url, files);
  const rounds: Record<string, Frames>[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    rounds.push(await round(page, name));
    await page.close();
  }
  for (const zoom of Object.keys(rounds[0] ?? {})) {
    const all = rounds.flatMap((one) => one[zoom] ?? []);
    const isPromised = !zoom.endsWith(CARDS_OPENED);
    const p95 = middle(all.map((it) => it.p95));
    say(
      `pan at ${zoom}: p95 ${p95} ms${isPromised ? ` (promised: below ${P95_MAX_MS})` : ''}, median ${middle(all.map((it) => it.median))} ms, ` +
        `longest ${middle(all.map((it) => it.longest))} ms, CPU ${middle(all.map((it) => it.cpu))} ms a frame, ${all[0]?.cards} cards as elements`,
    );
    if (isPromised && p95 >= P95_MAX_MS) process.exitCode = 1;
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
  await rm(folder, { recursive: true, force: true });
}
