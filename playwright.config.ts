import { defineConfig } from '@playwright/test';

const onRoot = process.getuid?.() === 0;
const { CHROMIUM_PATH } = process.env;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // Each worker serves its own workspace (e2e/fixtures/server.ts); two fit two cores.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // One second try on a busy machine; the report names such a test as flaky.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  outputDir: 'test-results/browser',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
        ...(onRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
});
