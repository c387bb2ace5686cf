import { spawn } from 'node:child_process';

/** Everything that needs no build, no database and no browser, side by side. Prints only what fails, and the times. */
const STEPS = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  [
    'folder law',
    'depcruise',
    ['--output-type', 'err', 'app', 'components', 'lib', 'e2e', 'scripts', 'bench'],
  ],
  ['dead code', 'knip', []],
  ['cited paths', 'node', ['scripts/check-doc-paths.mjs']],
];

const run = ([title, command, args]) =>
  new Promise((resolve) => {
    const started = performance.now();
    const [program, ...rest] =
      command === 'node' ? ['node', ...args] : ['npx', '--no-install', command, ...args];
    const child = spawn(program, rest, { shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${title} (${seconds} s)`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });

const results = [];
// Next's own route types must exist before the type check; two steps at a time fit two cores.
results.push(await run(['route types', 'next', ['typegen']]));
results.push(...(await Promise.all(STEPS.slice(0, 2).map(run))));
results.push(...(await Promise.all(STEPS.slice(2).map(run))));
process.exit(results.every(Boolean) ? 0 : 1);
