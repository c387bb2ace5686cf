import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

// Every path that a document cites must exist: `lib/...`, [text](docs/...), and so on.
const CITED = /[`(]((?:app|components|lib|public|e2e|bench|docs|scripts|\.ci)\/[\w./[\]-]*\w\/?)[`)#]/g;

const documents = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'])
  .toString()
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

const dead = documents.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(CITED)].flatMap(([, path]) =>
    existsSync(path) ? [] : [`${file}: ${path}`],
  ),
);
for (const line of dead) console.error(`Cites a path that does not exist: ${line}`);
process.exit(dead.length === 0 ? 0 : 1);
