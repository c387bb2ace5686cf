import { build } from 'esbuild';

/** Where the server finds the bundle: lib/imports/server/spawn-worker.ts. */
const OUTFILE = 'build/import-worker.mjs';

/** Bundles the import worker. Next makes no entry for a child process, so esbuild does; packages stay external. */
export async function bundleWorker() {
  await build({
    entryPoints: ['lib/imports/worker/main.ts'],
    outfile: OUTFILE,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
