import { openWorkspace } from '@/lib/workspace/server/workspace';

/** A process for tests: opens a workspace and holds it until it is killed (`open`), or says why not (`refused ...`). */
export type HoldArgs = { dir: string };

const { dir } = JSON.parse(process.argv[2] ?? '{}') as HoldArgs;
try {
  await openWorkspace(dir);
  process.stdout.write('open\n');
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(`refused ${error instanceof Error ? error.message : String(error)}\n`);
}
