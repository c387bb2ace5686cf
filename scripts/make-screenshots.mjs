import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { csvExtract, importFiles, ORDERS, orderRows, sampleFiles } from './screenshots/import-files.mjs';
import { busy, EMPTY, FILLED, PICTURE } from './screenshots/screens.mjs';
import { shoot, shootAll } from './screenshots/shoot.mjs';
import { until } from './screenshots/until.mjs';
import { buildApp } from './setup/build-app.mjs';
import { findChromium } from './setup/find-chromium.mjs';
import { serveApp } from './setup/serve-app.mjs';
import { workerPids } from './test/worker-pids.mjs';

// `npm run screenshots` draws docs/screenshot.png anew from the sample; with a folder, every screen in light and dark,
// wide and on a phone, into that folder: to be looked at before a change of the looks is committed. More words choose
// screens by their names.
const PORT = 4199;
const baseURL = `http://localhost:${PORT}`;
const [folder, ...wanted] = process.argv.slice(2);

const chosen = (screens) =>
  Object.fromEntries(
    Object.entries(screens).filter(([name]) => wanted.length === 0 || wanted.includes(name)),
  );

async function importSample() {
  const done = await importFiles(baseURL, await sampleFiles(), { source: 'Sample warehouse', owner: 'Anna' });
  if (done.state !== 'succeeded') throw new Error(`The sample did not import: ${JSON.stringify(done)}`);
}

async function drawScreens(browser) {
  await mkdir(folder, { recursive: true });
  await shootAll(browser, chosen(EMPTY), { folder, baseURL });
  await importSample();
  await importFiles(baseURL, csvExtract(400), { source: 'CRM', owner: 'Marek', onBadRecord: 'keep' });
  await importFiles(baseURL, csvExtract(400), { source: 'CRM', owner: 'Marek', onBadRecord: 'stop' });
  for (const month of [1, 2]) {
    await importFiles(baseURL, orderRows(month), {
      owner: 'Priya',
      onBadRecord: 'keep',
      maxRejectPercent: '10',
      ...ORDERS,
    });
  }
  await shootAll(browser, chosen(FILLED), { folder, baseURL });
  const running = importFiles(baseURL, csvExtract(200_000), {
    source: 'CRM',
    owner: 'Anna Lindqvist',
    onBadRecord: 'keep',
  });
  const pids = await until(async () => {
    const { holder } = await (await fetch(`${baseURL}/api/imports/lock`)).json();
    const pids = workerPids(server.pid);
    return holder?.phase === 'check' && holder.percent > 5 && pids.length > 0 && pids;
  }, 'an import that runs');
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await shootAll(browser, chosen(busy(6)), { folder, baseURL });
  for (const pid of workerPids(server.pid)) process.kill(pid, 'SIGCONT');
  await running;
}

await buildApp();
const folderOfWorkspace = await mkdtemp(join(tmpdir(), 'headwater-screenshots-'));
const workspace = join(folderOfWorkspace, 'Retailer');
const server = serveApp({
  host: '127.0.0.1',
  port: PORT,
  // The worker of an import is stopped where it is: there is to be no other one.
  env: { WORKSPACE_DIR: workspace, LOG_LEVEL: 'warn', WORKER_SPARE_SECONDS: '0' },
});
server.stderr.pipe(process.stderr);
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: await findChromium(), args });
try {
  await until(async () => (await fetch(`${baseURL}/api/health`)).ok, 'the server');
  if (folder) await drawScreens(browser);
  else {
    await importSample();
    await shoot(browser, { path: PICTURE }, 'docs/screenshot.png', { theme: 'light', size: 'wide', baseURL });
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  await rm(folderOfWorkspace, { recursive: true, force: true });
}
