import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOrExit } from './install.mjs';

const STAMP = '.next/headwater-built';
/** Everything the build reads; tests and docs do not count. */
const INPUTS = [
  'app',
  'components',
  'lib',
  'public',
  'scripts/bundle-worker.mjs',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
];

function* filesOf(path) {
  if (!existsSync(path)) return;
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) yield* filesOf(child);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield child;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    const files = /\.\w+$/.test(input) ? [input].filter(existsSync) : filesOf(input);
    for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Builds the import worker and the app, unless the sources are those of the last build. */
export async function buildApp() {
  const wanted = fingerprint();
  if (existsSync(STAMP) && existsSync('.next/BUILD_ID') && readFileSync(STAMP, 'utf8') === wanted) return;
  console.log('Building Headwater...');
  const { bundleWorker } = await import('../bundle-worker.mjs');
  await bundleWorker();
  runOrExit(process.execPath, ['node_modules/next/dist/bin/next', 'build']);
  mkdirSync('.next', { recursive: true });
  writeFileSync(STAMP, wanted);
}
