import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

// Runs bench/<name>/run.ts: `npm run bench -- lineage-trace`. Without a name, says which there are.
const [name = '', ...rest] = process.argv.slice(2);
const entry = `bench/${name}/run.ts`;

if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) {
  console.error(`Say which benchmark: ${readdirSync('bench').join(', ')}.`);
  process.exit(1);
}

mkdirSync('build/bench', { recursive: true });
const outfile = `build/bench/${name}.mjs`;
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: 'external',
  alias: { 'server-only': resolve('scripts/test/server-only.ts') },
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...rest], {
  stdio: 'inherit',
  env: { LOG_LEVEL: 'silent', ...process.env },
});
process.exit(status ?? 1);
