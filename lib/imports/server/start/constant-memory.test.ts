import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Import } from '@/lib/imports/contract';
import { untilOver } from '@/scripts/test/import-client';
import {
  bundleImportServer,
  type ImportServerProcess,
  spawnImportServer,
} from '@/scripts/test/spawn-import-server';

const MiB = 1024 ** 2;
const BODY_MIB = 320;
/** Far more than an upload needs, far less than its body. */
const GROWTH_MAX = 160 * MiB;

const hasProc = existsSync('/proc/self/clear_refs');

let workspace: string;
let server: ImportServerProcess;
beforeAll(async () => {
  if (!hasProc) return;
  await bundleImportServer('scripts/test/slow-disk-server-process.ts');
  workspace = await mkdtemp(join(tmpdir(), 'headwater-memory-'));
  server = await spawnImportServer(workspace);
});
afterAll(async () => {
  if (!hasProc) return;
  await server.kill();
  await rm(workspace, { recursive: true, force: true });
});

async function memory(field: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${server.child.pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) * 1024;
}

/** One file of zeros in one call, made as it is asked for. */
function body(): ReadableStream<Uint8Array> {
  const text = (it: string) => new TextEncoder().encode(it);
  let sent = -1;
  return new ReadableStream({
    pull(controller) {
      if (sent === -1)
        controller.enqueue(
          text(
            '--b\r\nContent-Disposition: form-data; name="files"; filename="zeros.csv"\r\nContent-Type: text/csv\r\n\r\n',
          ),
        );
      else if (sent < BODY_MIB) controller.enqueue(new Uint8Array(MiB));
      else {
        controller.enqueue(text('\r\n--b--\r\n'));
        controller.close();
      }
      sent += 1;
    },
  });
}

describe.skipIf(!hasProc)('memory of the server (skipped where /proc tells no peaks)', () => {
  it('constant-memory streaming with backpressure: a slow disk slows the sender, and nothing piles up', async () => {
    const before = await memory('VmRSS');
    await writeFile(`/proc/${server.child.pid}/clear_refs`, '5');
    const answer = await fetch(`${server.origin}/api/imports`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=b', 'Idempotency-Key': randomUUID() },
      body: body(),
      duplex: 'half',
    } as RequestInit);
    const import_ = Import.parse(await answer.json());
    expect(import_.files).toMatchObject([{ name: 'zeros.csv', size: BODY_MIB * MiB }]);
    expect((await memory('VmHWM')) - before).toBeLessThan(GROWTH_MAX);
    // It is no table, and the worker says so; the server has it no more in memory then either.
    expect(await untilOver(server.origin, import_.id)).toMatchObject({ state: 'failed', receipt: null });
    expect((await memory('VmHWM')) - before).toBeLessThan(GROWTH_MAX);
  });
});
