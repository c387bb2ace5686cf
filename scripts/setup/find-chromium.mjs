import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
  'msedge.exe',
];
const FOLDERS = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function onThisMachine() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const folder of FOLDERS) {
    if (/\.app\//.test(folder) && existsSync(folder)) return folder;
    for (const name of NAMES) {
      const file = join(folder, name);
      if (folder && existsSync(file)) return file;
    }
  }
  return undefined;
}

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

const quiet = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

/**
 * The path of a Chromium: of this machine, else Playwright's own, else installed through Playwright, else through apt
 * when root. Ends the process with one line when none of these works.
 */
export async function findChromium() {
  const found = onThisMachine() ?? (await ofPlaywright());
  if (found) return found;
  console.log('No Chromium found; installing one for the browser tests (once)...');
  if (quiet('npx', ['--no-install', 'playwright', 'install', 'chromium'])) {
    const installed = await ofPlaywright();
    if (installed) return installed;
  }
  if (
    process.getuid?.() === 0 &&
    quiet('apt-get', ['update']) &&
    quiet('apt-get', ['install', '-y', 'chromium'])
  ) {
    const installed = onThisMachine();
    if (installed) return installed;
  }
  console.error('No Chromium: install one and set CHROMIUM_PATH to it, then run npm test again.');
  process.exit(1);
}
