import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { vi } from 'vitest';
import { Import } from '@/lib/imports/contract';
import { browseRoutes, importRoutes } from './import-routes';
import { type ServedRoutes, serveRoutes } from './serve-routes';

/** The import endpoints on real HTTP, with a workspace of their own in a temporary folder. */
export type ImportServer = ServedRoutes & { workspace: string; stop: () => Promise<void> };

/** Settings are read once per test file, so call this before anything else, with the settings of the whole file. */
export async function startImportServer(env: Record<string, string> = {}): Promise<ImportServer> {
  const workspace = await mkdtemp(join(tmpdir(), 'headwater-imports-'));
  vi.stubEnv('WORKSPACE_DIR', workspace);
  // Tests look at imports while they run; the ones about small imports set their own.
  vi.stubEnv('SYNC_ROW_THRESHOLD', '0');
  // They stop the worker of an import where it is: there is no other one.
  vi.stubEnv('WORKER_SPARE_SECONDS', '0');
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const { settings } = await import('@/lib/config/read-settings');
  if (settings().WORKSPACE_DIR !== workspace) {
    throw new Error('The settings were read too early: import server code of the product only inside tests.');
  }
  const { openWorkspace } = await import('@/lib/workspace/server/workspace');
  const { closeWorkspace } = await import('@/lib/workspace/server/close-workspace');
  const { recoverImports } = await import('@/lib/imports/server/recover/recover-imports');
  const { stopImports } = await import('@/lib/imports/server/run/stop-imports');
  const { startLineage } = await import('@/lib/lineage/server/start-lineage');
  await openWorkspace(workspace);
  await recoverImports();
  const stopLineage = startLineage();
  const served = await serveRoutes({ ...(await importRoutes()), ...(await browseRoutes()) });
  return {
    ...served,
    workspace,
    async stop() {
      await served.close();
      stopLineage();
      await stopImports();
      await closeWorkspace({ patienceMs: 2000 });
      vi.unstubAllEnvs();
      await rm(workspace, { recursive: true, force: true });
    },
  };
}

const EXTRACT = resolve(import.meta.dirname, '../../../shared/data/adventureworks');

/** AdventureWorks lies beside the repository on some machines only. */
export const hasAdventureWorks = existsSync(EXTRACT);

export type NamedBytes = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** The five files of the AdventureWorks extract, or those with the given names. */
export async function adventureWorks(...names: string[]): Promise<NamedBytes[]> {
  const files = (await readdir(EXTRACT)).filter((name) => names.length === 0 || names.includes(name)).sort();
  return Promise.all(
    files.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(EXTRACT, name))) })),
  );
}

/** Uploads and starts in one call, and waits for the end unless `wait` is 0. */
export async function postFiles(
  origin: string,
  files: readonly NamedBytes[],
  fields: Record<string, string> = {},
  { wait = 60, headers = {} }: { wait?: number; headers?: Record<string, string> } = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const { name, bytes } of files) form.append('files', new Blob([bytes]), name);
  const prefer: Record<string, string> = wait === 0 ? {} : { Prefer: `wait=${wait}` };
  return fetch(`${origin}/api/imports`, { method: 'POST', body: form, headers: { ...prefer, ...headers } });
}

/** As `postFiles`, and the answer must be an import. */
export async function importFiles(...call: Parameters<typeof postFiles>): Promise<Import> {
  const response = await postFiles(...call);
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text}`);
  return Import.parse(JSON.parse(text));
}
