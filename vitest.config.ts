import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    // `server-only` throws outside a React server; tests are the server here.
    alias: { 'server-only': fileURLToPath(new URL('./scripts/test/server-only.ts', import.meta.url)) },
  },
  test: {
    include: ['{app,components,lib,scripts,docs}/**/*.test.{ts,tsx}'],
    globalSetup: ['./scripts/test/build-worker.ts'],
    setupFiles: ['./scripts/test/property-seed.ts'],
    env: { LOG_LEVEL: 'silent' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    // Real processes on a busy machine: a test gets one second try, and scripts/test.mjs names it as flaky.
    retry: 1,
  },
});
