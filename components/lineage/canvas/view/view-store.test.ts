import { describe, expect, it } from 'vitest';
import { type Clock, createViewStore } from './view-store';

/** A clock that only moves when the test says so. */
function manualClock() {
  let time = 0;
  let next = 1;
  const frames = new Map<number, () => void>();
  const timers = new Map<number, { at: number; callback: () => void }>();
  const clock: Clock = {
    now: () => time,
    requestFrame: (callback) => {
      frames.set(next, callback);
      return next++;
    },
    cancelFrame: (handle) => frames.delete(handle),
    setTimer: (callback, ms) => {
      timers.set(next, { at: time + ms, callback });
      return next++;
    },
    clearTimer: (handle) => timers.delete(handle),
  };
  const advance = (ms: number) => {
    time += ms;
    for (const [handle, { at, callback }] of [...timers]) {
      if (at > time) continue;
      timers.delete(handle);
      callback();
    }
    const due = [...frames.values()];
    frames.clear();
    for (const callback of due) callback();
  };
  return { clock, advance };
}

const start = () => {
  const { clock, advance } = manualClock();
  const store = createViewStore(clock);
  let heard = 0;
  store.subscribe(() => {
    heard++;
  });
  return { store, advance, heard: () => heard };
};

describe('the view store', () => {
  it('tells its listeners once a frame, however often the view changes', () => {
    const { store, advance, heard } = start();
    for (let i = 0; i < 10; i++) store.move({ x: i, y: 0, zoom: 1 });
    expect(heard()).toBe(0);
    advance(16);
    expect(heard()).toBe(1);
    expect(store.get().x).toBe(9);
  });

  it('moves until the hand rests, and says so with one more frame', () => {
    const { store, advance, heard } = start();
    store.move({ x: 1, y: 0, zoom: 1 });
    advance(16);
    expect(store.isMoving()).toBe(true);
    advance(200);
    expect(store.isMoving()).toBe(false);
    expect(heard()).toBe(2);
  });

  it('glides to a view and arrives exactly', () => {
    const { store, advance } = start();
    store.resize({ width: 800, height: 600 });
    store.glideTo({ x: 300, y: 30, zoom: 0.5 }, false);
    advance(100);
    expect(store.get().x).toBeGreaterThan(0);
    expect(store.get()).not.toEqual({ x: 300, y: 30, zoom: 0.5 });
    advance(200);
    expect(store.get()).toEqual({ x: 300, y: 30, zoom: 0.5 });
  });

  it('jumps when motion is reduced', () => {
    const { store } = start();
    store.glideTo({ x: 300, y: 0, zoom: 1 }, true);
    expect(store.get().x).toBe(300);
  });

  it('gives a glide up when the hand takes over', () => {
    const { store, advance } = start();
    store.glideTo({ x: 300, y: 0, zoom: 1 }, false);
    advance(50);
    store.move({ x: 5, y: 5, zoom: 1 });
    advance(500);
    expect(store.get()).toEqual({ x: 5, y: 5, zoom: 1 });
  });
});
