import { spawnSync } from 'node:child_process';
import { bundleTypescript } from './setup/bundle-typescript.mjs';

// Prints the lineage of SQL files, without a server: `npm run lineage -- FILE... --dialect tsql --json`.
await bundleTypescript({
  lineage: 'scripts/lineage/main.ts',
  'definition-thread': 'lib/lineage/sql/threads/definition-thread.ts',
});
const { status } = spawnSync(process.execPath, ['build/lineage.mjs', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
