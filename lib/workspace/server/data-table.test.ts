import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { ChangeArgs } from '@/scripts/test/change-and-die';
import { bundleForChild, startChild } from '@/scripts/test/typescript-child';

let bundle: string;
beforeAll(async () => {
  bundle = await bundleForChild('scripts/test/change-and-die.ts');
});

async function stateAfterSteps(
  dir: string,
  step: number,
): Promise<{ state: unknown; signal: string | null }> {
  const child = startChild(bundle, { dir, step } satisfies ChangeArgs, { LOG_LEVEL: 'silent' });
  const line = await child.line('state ');
  if (step > 3) child.process.kill('SIGKILL');
  return { state: JSON.parse(line.slice('state '.length)), signal: (await child.ended).signal };
}

test('a kill right after a new table, new columns and wider types: all of it is there at the next start', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'headwater-ddl-'));
  try {
    const seen: unknown[] = [];
    for (const step of [1, 2, 3, 4]) {
      const { state, signal } = await stateAfterSteps(dir, step);
      expect(signal).toBe('SIGKILL');
      seen.push(state);
    }
    expect(seen).toEqual([
      [],
      ['id SMALLINT', 'a "b" INTEGER', 100],
      ['id SMALLINT', 'a "b" INTEGER', 'note JSON', 100, 100],
      ['id BIGINT', 'a "b" VARCHAR', 'note JSON', 'at TIMESTAMP WITH TIME ZONE', 100, 100, 100],
    ]);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}, 60_000);
