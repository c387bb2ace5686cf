import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { bundleTypescript } from './setup/bundle-typescript.mjs';

// Runs bench/<name>/run.ts: `npm run bench -- lineage-trace`. Without a name, says which there are.
const [name = '', ...rest] = process.argv.slice(2);
const entry = `bench/${name}/run.ts`;

if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) {
  console.error(`Say which benchmark: ${readdirSync('bench').join(', ')}.`);
  process.exit(1);
}

await bundleTypescript({ [`bench/${name}`]: entry });
const { status } = spawnSync(process.execPath, ['--expose-gc', `build/bench/${name}.mjs`, ...rest], {
  stdio: 'inherit',
  env: { LOG_LEVEL: 'silent', ...process.env },
});
process.exit(status ?? 1);
