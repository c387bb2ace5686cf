import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createInProcessLock } from './in-process-lock';
import type { Lease } from './lock';

const since = new Date('2026-11-20T10:00:00Z');

function held(lease: Lease | null): Lease {
  if (lease === null) throw new Error('expected the lock to be free');
  return lease;
}

describe('the in-process import lock', () => {
  it('has one holder, and epochs that only grow', () => {
    const lock = createInProcessLock();
    const first = held(lock.take('a'));
    expect(lock.take('b')).toBeNull();
    expect(lock.holder()).toBe(first);
    first.release();
    const second = held(lock.take('b'));
    expect(second.epoch).toBeGreaterThan(first.epoch);
    expect(() => first.assertHeld()).toThrow(AppError);
    expect(() => second.assertHeld()).not.toThrow();
    first.release();
    expect(lock.holder()).toBe(second);
    second.release();
    expect(lock.holder()).toBeNull();
  });

  it('gives the lock to the line in order, and refuses who would jump it', () => {
    const lock = createInProcessLock();
    const started: Lease[] = [];
    lock.onTurn((lease) => started.push(lease));
    const holder = held(lock.take('a'));
    expect(lock.join('b', since)).toBe(1);
    expect(lock.join('c', since)).toBe(2);
    expect(lock.join('b', since)).toBe(1);
    expect(lock.line().map((place) => place.importId)).toEqual(['b', 'c']);
    holder.release();
    expect(started.map((lease) => lease.importId)).toEqual(['b']);
    expect(lock.take('d')).toBeNull();
    started[0]?.release();
    started[1]?.release();
    expect(started.map((lease) => lease.importId)).toEqual(['b', 'c']);
    expect(lock.holder()).toBeNull();
    expect(held(lock.take('d')).importId).toBe('d');
  });

  it('starts who joins a free lock at once, and lets people leave', () => {
    const lock = createInProcessLock();
    const started: Lease[] = [];
    lock.join('a', since);
    lock.join('b', since);
    expect(lock.leave('a')).toBe(true);
    expect(lock.leave('a')).toBe(false);
    expect(lock.take('x')).toBeNull();
    lock.onTurn((lease) => started.push(lease));
    expect(started.map((lease) => lease.importId)).toEqual(['b']);
    lock.join('c', since);
    expect(lock.line().map((place) => place.importId)).toEqual(['c']);
  });

  it('frees the lock when the start of the next one throws', () => {
    const lock = createInProcessLock();
    const holder = held(lock.take('a'));
    lock.onTurn(() => {
      throw new Error('cannot start');
    });
    lock.join('b', since);
    expect(() => holder.release()).toThrow('cannot start');
    expect(lock.holder()).toBeNull();
    expect(lock.line()).toEqual([]);
  });

  it('tells every change of holder and line', () => {
    const lock = createInProcessLock();
    const told = vi.fn();
    const stop = lock.subscribe(told);
    const lease = held(lock.take('a'));
    lock.join('b', since);
    lock.leave('b');
    lease.release();
    expect(told).toHaveBeenCalledTimes(4);
    stop();
    held(lock.take('c')).release();
    expect(told).toHaveBeenCalledTimes(4);
  });
});

describe('leases', () => {
  const MINUTE = 60_000;

  function clockedLock() {
    vi.useFakeTimers();
    let time = 0;
    const lock = createInProcessLock({ leaseMs: MINUTE, tickMs: 1000, now: () => time });
    const pass = (ms: number) => {
      for (let passed = 0; passed < ms; passed += 1000) {
        time += 1000;
        vi.advanceTimersByTime(1000);
      }
    };
    const sleep = (ms: number) => {
      time += ms;
    };
    return { lock, pass, sleep };
  }

  it('takes the lock from a silent holder and gives it to the next', () => {
    const { lock, pass } = clockedLock();
    const started: string[] = [];
    lock.onTurn((next) => started.push(next.importId));
    const lease = held(lock.take('a'));
    lock.join('b', since);
    pass(MINUTE - 1000);
    lease.heartbeat();
    pass(MINUTE - 1000);
    expect(lease.lost.aborted).toBe(false);
    pass(1000);
    expect(lease.lost.aborted).toBe(true);
    expect(started).toEqual(['b']);
    expect(() => lease.assertHeld()).toThrow(AppError);
    lease.release();
    expect(lock.holder()?.importId).toBe('b');
    vi.useRealTimers();
  });

  it('does not hold a sleep of the machine against the holder', () => {
    const { lock, pass, sleep } = clockedLock();
    const lease = held(lock.take('a'));
    sleep(60 * MINUTE);
    pass(5000);
    expect(lease.lost.aborted).toBe(false);
    expect(lock.holder()).toBe(lease);
    vi.useRealTimers();
  });
});
