import { DuckDBInstance } from '@duckdb/node-api';
import { checkWorkspace } from '@/lib/workspace/server/check-workspace';
import { closeWorkspace } from '@/lib/workspace/server/close-workspace';
import { openWorkspace } from '@/lib/workspace/server/workspace';
import { write } from '@/lib/workspace/server/write';

/** A process for tests: its engine fails fatally, as on a full disk, in the checkpoint after its first write. */
export type FatalArgs = { dir: string };

const { dir } = JSON.parse(process.argv[2] ?? '{}') as FatalArgs;
await openWorkspace(dir);
await closeWorkspace();
const create = DuckDBInstance.create;
DuckDBInstance.create = (path, options) =>
  create(path, { ...options, debug_checkpoint_abort: 'before_header' });
await openWorkspace(dir);
setInterval(() => undefined, 60_000);
await write({ epoch: 1, assertHeld: () => undefined }, (db) =>
  db.run("INSERT INTO workspace_info VALUES ('acknowledged', 'yes')"),
);
process.stdout.write(`checks ${JSON.stringify(await checkWorkspace())}\n`);
