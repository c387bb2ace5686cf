import { bundleTypescript } from './setup/bundle-typescript.mjs';

/** What code inside a bundle that Node loads as a module needs to `require` what stays outside. */
const REQUIRE =
  "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";

/**
 * Bundles what runs outside Next: the import worker (Next makes no entry for a child process), the threads in which it
 * reads SQL, and the reader of the settings that `npm start` checks first. The server finds them under build/.
 */
export async function bundleWorker() {
  // Neither may pull in code of the server. A map inside of the bundle would be read by each process that starts.
  const apart = { sourcemap: 'linked', alias: {} };
  await bundleTypescript(
    {
      'definition-thread': 'lib/lineage/sql/threads/definition-thread.ts',
      'read-settings': 'lib/config/read-settings.ts',
    },
    apart,
  );
  // Each import starts one: hundreds of small files of packages would take longer to load than all the rest. The engine itself is no JavaScript.
  await bundleTypescript(
    { 'import-worker': 'lib/imports/worker/main.ts' },
    { ...apart, packages: 'bundle', external: ['@duckdb/node-bindings'], banner: { js: REQUIRE } },
  );
}
