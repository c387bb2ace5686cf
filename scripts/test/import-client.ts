import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Import, LockStatus } from '@/lib/imports/contract';
import { isPaused } from '@/lib/imports/pause';
import type { NamedBytes } from './import-server';

/** Sends JSON; the answer as it is. */
export function send(method: string, url: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** A draft with its files, nothing uploaded yet. */
export async function makeDraft(
  origin: string,
  files: readonly NamedBytes[],
  choices: Record<string, unknown> = {},
): Promise<Import> {
  const answer = await send('POST', `${origin}/api/imports`, {
    id: randomUUID(),
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length })),
    ...choices,
  });
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  return Import.parse(await answer.json());
}

/** Uploads the bytes of a draft, each file in one chunk. */
export async function uploadAll(origin: string, draft: Import, files: readonly NamedBytes[]): Promise<void> {
  for (const [index, file] of files.entries()) {
    const answer = await fetch(`${origin}${draft.files[index]?.uploadUrl}`, {
      method: 'PATCH',
      headers: {
        'Tus-Resumable': '1.0.0',
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': '0',
      },
      body: file.bytes,
    });
    if (answer.status !== 204) throw new Error(`${answer.status}: ${await answer.text()}`);
  }
}

/** A draft with all its bytes on the server. */
export async function readyDraft(...call: Parameters<typeof makeDraft>): Promise<Import> {
  const draft = await makeDraft(...call);
  await uploadAll(call[0], draft, call[1]);
  return draft;
}

export function startDraft(
  origin: string,
  id: string,
  { wait = 0, ...body }: { onBusy?: 'refuse' | 'wait'; expectedDryRun?: string; wait?: number } = {},
): Promise<Response> {
  const headers: Record<string, string> = wait === 0 ? {} : { Prefer: `wait=${wait}` };
  return send('POST', `${origin}/api/imports/${id}/start`, body, headers);
}

export async function getImport(origin: string, id: string | number): Promise<Import> {
  return Import.parse(await (await fetch(`${origin}/api/imports/${id}`)).json());
}

export async function getLock(origin: string): Promise<LockStatus> {
  return LockStatus.parse(await (await fetch(`${origin}/api/imports/lock`)).json());
}

/** Asks until the answer is there; fails after 50 s. Seldom enough to leave the machine to what is waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false | null>,
  everyMs = 40,
): Promise<T> {
  const end = Date.now() + 50_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false && answer !== null) return answer;
    if (Date.now() > end) throw new Error(`Waited 50 s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** Dry-runs a draft to its end. */
export async function dryRunDraft(origin: string, id: string): Promise<Import> {
  const answer = await send('POST', `${origin}/api/imports/${id}/dry-run`, {}, { Prefer: 'wait=60' });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return Import.parse(await answer.json());
}

/** Asks until the import waits for its owner's answer. */
export function untilPaused(origin: string, id: string): Promise<Import> {
  return until('the import asks', async () => {
    const now = await getImport(origin, id);
    return isPaused(now) && now;
  });
}

/** Asks until the import is over. */
export function untilOver(origin: string, id: string): Promise<Import> {
  return until('the import is over', async () => {
    const now = await getImport(origin, id);
    return ['succeeded', 'failed', 'cancelled', 'interrupted'].includes(now.state) && now;
  });
}

/** Ids of this process's import workers, from the process table. */
export async function workerPids(): Promise<number[]> {
  const tasks = await readdir('/proc/self/task');
  const children = await Promise.all(
    tasks.map((task) => readFile(`/proc/self/task/${task}/children`, 'utf8').catch(() => '')),
  );
  const pids = children.flatMap((list) => list.split(' ').filter(Boolean));
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return pids.filter((_, index) => commands[index]?.includes('import-worker.mjs')).map(Number);
}

/** Stops the running import's worker where it is, so that the import stays in its check. Returns its process id. */
export async function freezeWorker(): Promise<number> {
  const pid = await until('the worker runs', async () => (await workerPids())[0], 5);
  process.kill(pid, 'SIGSTOP');
  return pid;
}
