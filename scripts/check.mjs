import { spawn } from 'node:child_process';

/** Everything that needs no build, no database and no browser, side by side. Prints only what fails, and the times. */
// The native compiler needs a third of the time; `next build` still needs the JavaScript one (`typescript`) and its notes.
const TYPES = [
  'types',
  'node',
  [
    'node_modules/typescript-native/bin/tsc',
    ...['--noEmit', '-p', '.'],
    ...['--tsBuildInfoFile', 'node_modules/.cache/headwater/types.tsbuildinfo'],
  ],
];
const OTHERS = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
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

async function oneByOne(steps) {
  const results = [];
  for (const step of steps) results.push(await run(step));
  return results;
}

// Next's own route types must exist before the type check, which takes as long as all the others together.
const generated = await run(['route types', 'next', ['typegen']]);
const [types, others] = await Promise.all([run(TYPES), oneByOne(OTHERS)]);
process.exit([generated, types, ...others].every(Boolean) ? 0 : 1);
