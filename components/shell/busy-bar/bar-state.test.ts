import { describe, expect, test } from 'vitest';
import type { CurrentJob, Import, LockStatus } from '@/lib/imports/contract';
import { barState } from './bar-state';

const anna = { name: 'Anna', verified: false };
const marek = { name: 'Marek', verified: false };
const job: CurrentJob = {
  id: '11111111-1111-4111-8111-111111111111',
  number: 43,
  owner: anna,
  files: ['objects.parquet'],
  file: null,
  phase: 'check',
  percent: 64,
  startedAt: '2026-05-27T12:00:00Z',
  lastSignAt: '2026-05-27T12:00:10Z',
  etaSeconds: 80,
  waiting: 0,
  pausedUntil: null,
};
const place = { id: '22222222-2222-4222-8222-222222222222', owner: marek, position: 1, since: job.startedAt };
const free: LockStatus = { holder: null, waiting: [], snapshot: 42 };
const busy: LockStatus = { ...free, holder: job };
const base = { lock: free, isLost: false, ended: null, snapshot: 42, newestAtLoad: 42, isOwn: () => false };
const over = (change: Partial<Import>) => ({ ...({ id: job.id, owner: anna } as Import), ...change });

describe('barState', () => {
  test('nothing to say', () => expect(barState(base)).toEqual({ kind: 'none' }));

  test('somebody imports', () => {
    expect(barState({ ...base, lock: busy })).toMatchObject({ kind: 'importing', isOwn: false, job });
  });

  test('the own place in line comes before the running import', () => {
    const lock = { ...busy, waiting: [place] };
    expect(barState({ ...base, lock, isOwn: ({ id }) => id === place.id })).toEqual({
      kind: 'in-line',
      id: place.id,
      position: 1,
      etaSeconds: 80,
    });
  });

  test('the own import that waits for an answer comes before the own place in line', () => {
    const lock = { ...busy, holder: { ...job, pausedUntil: '2026-05-27T12:10:00Z' }, waiting: [place] };
    expect(barState({ ...base, lock, isOwn: () => true })).toMatchObject({ kind: 'importing', isOwn: true });
  });

  test('the time until the own turn is only known for the first in line', () => {
    const lock = { ...busy, waiting: [{ ...place, position: 2 }] };
    const state = barState({ ...base, lock, isOwn: ({ id }) => id === place.id });
    expect(state).toMatchObject({ position: 2, etaSeconds: null });
  });

  test('a newer snapshot is offered when the lock is free', () => {
    const lock = { ...free, snapshot: 43 };
    expect(barState({ ...base, lock })).toEqual({ kind: 'ready', newest: 43, snapshot: 42 });
    expect(barState({ ...base, lock, snapshot: null })).toEqual({ kind: 'none' });
    expect(barState({ ...base, lock, newestAtLoad: 43 })).toEqual({ kind: 'none' });
  });

  test('a failed import is told to everybody who watched it', () => {
    expect(barState({ ...base, ended: over({ state: 'failed' }) })).toMatchObject({ kind: 'failed' });
    expect(barState({ ...base, ended: over({ state: 'succeeded' }) })).toEqual({ kind: 'none' });
  });

  test('a cancelled import is told to its owner, unless the owner cancelled it', () => {
    const ended = over({ state: 'cancelled', cancelledBy: 'Marek' });
    expect(barState({ ...base, ended, isOwn: () => true })).toMatchObject({ kind: 'failed' });
    expect(barState({ ...base, ended })).toEqual({ kind: 'none' });
    const byOwner = over({ state: 'cancelled', cancelledBy: 'Anna' });
    expect(barState({ ...base, ended: byOwner, isOwn: () => true })).toEqual({ kind: 'none' });
  });

  test('a lost connection comes before all', () => {
    expect(barState({ ...base, lock: busy, isLost: true })).toEqual({ kind: 'lost', hasImport: true });
  });
});
