import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import type { LoopArgs, LoopState } from '@/scripts/test/publish-loop';
import { bundleForChild, startChild, type TypescriptChild } from '@/scripts/test/typescript-child';

let bundle: string;

beforeAll(async () => {
  bundle = await bundleForChild('scripts/test/publish-loop.ts');
});

const start = (dir: string) => startChild(bundle, { dir } satisfies LoopArgs, { LOG_LEVEL: 'silent' });

async function kill(child: TypescriptChild): Promise<void> {
  child.process.kill('SIGKILL');
  expect((await child.ended).signal).toBe('SIGKILL');
}

const lastAck = (child: TypescriptChild) =>
  Math.max(0, ...child.lines.filter((line) => line.startsWith('ack ')).map((line) => Number(line.slice(4))));

async function stateOf(child: TypescriptChild) {
  return JSON.parse((await child.line('state ')).slice('state '.length)) as LoopState;
}

async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'headwater-kill-'));
  try {
    await run(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

test('killed at 20 moments of publishing: every acknowledged snapshot is whole, none is half there', async () => {
  await inFolder(async (dir) => {
    let acknowledged = 0;
    for (let kills = 0; kills <= 20; kills += 1) {
      const child = start(dir);
      const state = await stateOf(child);
      expect(state.broken).toEqual([]);
      expect(state.last).toBeGreaterThanOrEqual(acknowledged);
      const started = performance.now();
      await child.line(`ack ${state.last + 1}`);
      // However fast the machine is, these moments fall into all steps of the next one or two.
      await sleep(Math.random() * 1.5 * (performance.now() - started));
      await kill(child);
      acknowledged = Math.max(state.last, lastAck(child));
    }
    expect(acknowledged).toBeGreaterThan(20);
  });
}, 180_000);

test('killed at 8 moments of the first start: the workspace opens, and nothing is left over', async () => {
  await inFolder(async (dir) => {
    for (let kills = 0; kills < 8; kills += 1) {
      const child = start(join(dir, String(kills)));
      await Promise.race([sleep(150 + kills * 40), child.line('state ')]);
      await kill(child);
      const again = start(join(dir, String(kills)));
      expect((await stateOf(again)).broken).toEqual([]);
      const left = (await readdir(join(dir, String(kills)))).filter((name) =>
        /new-|candidate-|after-/.test(name),
      );
      expect(left).toEqual([]);
      await kill(again);
    }
  });
}, 180_000);
