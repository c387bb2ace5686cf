import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildApp } from './setup/build-app.mjs';
import { findChromium } from './setup/find-chromium.mjs';
import { serveApp } from './setup/serve-app.mjs';

// `npm run screenshots` draws docs/screenshot.png anew from the sample; with a folder, every screen in light and dark,
// wide and on a phone, into that folder: to be looked at before a change of the looks is committed.
const PORT = 4199;
const URL_BASE = `http://localhost:${PORT}`;
const FOCUS = 'sales.v_order_totals';
const SCREENS = {
  lineage: '/lineage',
  trace: `/lineage/${FOCUS}?up=2&down=1`,
  table: `/lineage/${FOCUS}?up=2&down=1&view=table`,
  imports: '/imports',
  receipt: '/imports/1',
};
const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

async function until(check, what) {
  const deadline = Date.now() + 30_000;
  while (!(await check().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Gave up waiting for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function importSample() {
  const form = new FormData();
  form.set('source', 'Sample warehouse');
  form.set('owner', 'Anna');
  for (const name of (await readdir('public/samples')).filter((file) => file.endsWith('.parquet'))) {
    form.append('files', new Blob([await readFile(join('public/samples', name))]), name);
  }
  const response = await fetch(`${URL_BASE}/api/imports`, {
    method: 'POST',
    body: form,
    headers: { Prefer: 'wait=60' },
  });
  const done = await response.json();
  if (done.state !== 'succeeded') throw new Error(`The sample did not import: ${JSON.stringify(done)}`);
}

async function shoot(browser, path, file, { theme, size }) {
  const context = await browser.newContext({ viewport: SIZES[size], colorScheme: theme, baseURL: URL_BASE });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && console.error(`${file}: ${message.text()}`));
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () => document.querySelector('main [aria-label^="Loading"], main [role="progressbar"]') === null,
  );
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file, animations: 'disabled' });
  await context.close();
}

async function shootAll(browser, folder) {
  await mkdir(folder, { recursive: true });
  const looks = ['light', 'dark'].flatMap((theme) => Object.keys(SIZES).map((size) => ({ theme, size })));
  for (const look of looks)
    await shoot(browser, '/', join(folder, `first-run-${look.size}-${look.theme}.png`), look);
  await importSample();
  for (const look of looks) {
    for (const [name, path] of Object.entries(SCREENS)) {
      await shoot(browser, path, join(folder, `${name}-${look.size}-${look.theme}.png`), look);
    }
  }
}

const [folder] = process.argv.slice(2);
await buildApp();
const folderOfWorkspace = await mkdtemp(join(tmpdir(), 'headwater-screenshots-'));
const workspace = join(folderOfWorkspace, 'Retailer');
const server = serveApp({
  host: '127.0.0.1',
  port: PORT,
  env: { WORKSPACE_DIR: workspace, LOG_LEVEL: 'warn' },
});
server.stderr.pipe(process.stderr);
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: await findChromium(), args });
try {
  await until(async () => (await fetch(`${URL_BASE}/api/health`)).ok, 'the server');
  if (folder) await shootAll(browser, folder);
  else {
    await importSample();
    await shoot(browser, SCREENS.trace, 'docs/screenshot.png', { theme: 'light', size: 'wide' });
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  await rm(folderOfWorkspace, { recursive: true, force: true });
}
