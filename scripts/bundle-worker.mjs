import { bundleTypescript } from './setup/bundle-typescript.mjs';

/**
 * Bundles what runs outside Next: the import worker (Next makes no entry for a child process), the threads in which it
 * reads SQL, and the reader of the settings that `npm start` checks first. The server finds them under build/.
 */
export async function bundleWorker() {
  await bundleTypescript(
    {
      'import-worker': 'lib/imports/worker/main.ts',
      'definition-thread': 'lib/lineage/sql/threads/definition-thread.ts',
      'read-settings': 'lib/config/read-settings.ts',
    },
    // Neither may pull in code of the server.
    { sourcemap: 'inline', alias: {} },
  );
}
