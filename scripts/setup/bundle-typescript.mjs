import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles TypeScript entries to build/ for plain Node, packages external. Tests, benchmarks and commands run this way,
 * as the product's own processes do.
 * @param {Record<string, string>} entryPoints name of the bundle, without ending, to its entry file
 * @param {import('esbuild').BuildOptions} [more]
 */
export async function bundleTypescript(entryPoints, more = {}) {
  await build({
    entryPoints,
    outdir: 'build',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    // `server-only` throws outside a React server.
    alias: { 'server-only': resolve('scripts/test/server-only.ts') },
    ...more,
  });
}
