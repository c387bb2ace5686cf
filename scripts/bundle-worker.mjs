import { build } from 'esbuild';

/**
 * Bundles what runs outside Next: the import worker (Next makes no entry for a child process) and the reader of the
 * settings that `npm start` checks first. Packages stay external. The server finds them under build/.
 */
export async function bundleWorker() {
  await build({
    entryPoints: {
      'import-worker': 'lib/imports/worker/main.ts',
      'read-settings': 'lib/config/read-settings.ts',
    },
    outdir: 'build',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
