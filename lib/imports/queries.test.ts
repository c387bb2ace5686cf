import { describe, expect, it } from 'vitest';
import { Import, LockStatus } from './contract';
import { importPollMs, lockPollMs } from './queries';

const owner = { name: 'Anna', verified: false };
const at = '2026-11-20T10:00:00.000Z';
const id = '0b6f3d0e-6f4e-4d6b-9a44-8f8f2c1d7f10';

const sample = Import.parse({
  id,
  number: 7,
  kind: 'import',
  state: 'checking',
  phase: 'check',
  owner,
  mode: 'replace',
  source: { name: 'shop' },
  dryRun: false,
  choices: {},
  files: [],
  progress: {
    phase: 'check',
    percent: 12,
    bytes: 1,
    totalBytes: 8,
    rows: 0,
    totalRows: null,
    bytesPerSecond: 0,
    rowsPerSecond: 0,
    etaSeconds: null,
  },
  position: null,
  createdAt: at,
  startedAt: at,
  finishedAt: null,
  receipt: null,
  problem: null,
  cancelledBy: null,
});

describe('polling', () => {
  it('asks for the lock every second while somebody holds it or waits, else every 4 s', () => {
    const free = LockStatus.parse({ holder: null, waiting: [], snapshot: null });
    const waiting = LockStatus.parse({ ...free, waiting: [{ id, owner, position: 1, since: at }] });
    expect(lockPollMs(undefined)).toBe(4000);
    expect(lockPollMs(free)).toBe(4000);
    expect(lockPollMs(waiting)).toBe(1000);
  });

  it('asks for an import until its state is final, more often in the first seconds that it runs', () => {
    expect(importPollMs(sample, 1)).toBe(200);
    expect(importPollMs({ ...sample, state: 'waiting' }, 1)).toBe(1000);
    expect(importPollMs(sample, 15)).toBe(1000);
    expect(importPollMs(sample)).toBe(1000);
    expect(importPollMs({ ...sample, state: 'waiting' })).toBe(1000);
    for (const state of ['succeeded', 'failed', 'cancelled', 'interrupted'] as const) {
      expect(importPollMs({ ...sample, state })).toBe(false);
    }
  });
});
