import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildApp } from './setup/build-app.mjs';
import { findChromium } from './setup/find-chromium.mjs';
import { installPackages, requireNode } from './setup/install.mjs';

// Everything CI runs: checks, unit and integration tests, browser tests on the production build, one total.
const VITEST_REPORT = 'test-results/vitest.json';
const PLAYWRIGHT_REPORT = 'test-results/playwright.json';

requireNode();
installPackages();
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

function run(args, env = {}) {
  const result = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  return result.status === 0;
}

/** The unit tests that failed once and then passed: their first failure is kept beside the pass. */
function secondTries(report) {
  const tests = JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap((file) => file.assertionResults);
  return tests.filter((one) => one.status === 'passed' && one.failureMessages.length > 0);
}

/** The counts of a runner; one failure when it ended badly without saying of which test. */
function tally(ok, report, count) {
  const totals = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  if (!ok && totals.failed === 0) totals.failed = 1;
  return totals;
}

const checked = run(['scripts/check.mjs']);
await buildApp();
const unit = run([
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${VITEST_REPORT}`,
]);
const browser = run(['node_modules/@playwright/test/cli.js', 'test'], {
  CHROMIUM_PATH: await findChromium(),
});

const totals = [
  { passed: checked ? 1 : 0, failed: checked ? 0 : 1, skipped: 0 },
  tally(unit, VITEST_REPORT, (r) => ({
    passed: r.numPassedTests,
    failed: r.numFailedTests,
    skipped: r.numPendingTests + r.numTodoTests,
  })),
  tally(browser, PLAYWRIGHT_REPORT, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  })),
];
if (existsSync(VITEST_REPORT)) {
  for (const { fullName, failureMessages } of secondTries(VITEST_REPORT))
    console.log(`flaky, passed at the second try: ${fullName}\n${failureMessages.join('\n')}`);
}
const sum = (name) => totals.reduce((total, part) => total + part[name], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') === 0 ? 0 : 1);
