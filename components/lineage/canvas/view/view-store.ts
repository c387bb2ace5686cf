import { between, type Size, type Viewport } from './viewport';

export const MOTION_MS = 240;
/** After the last move, the view counts as resting. */
const REST_MS = 140;

export type ViewStore = ReturnType<typeof createViewStore>;

/** What a store needs of a browser. */
export type Clock = {
  now: () => number;
  requestFrame: (callback: () => void) => number;
  cancelFrame: (handle: number) => void;
  setTimer: (callback: () => void, ms: number) => number;
  clearTimer: (handle: number) => void;
};

export const browserClock: Clock = {
  now: () => performance.now(),
  requestFrame: (callback) => requestAnimationFrame(callback),
  cancelFrame: (handle) => cancelAnimationFrame(handle),
  setTimer: (callback, ms) => window.setTimeout(callback, ms),
  clearTimer: (handle) => window.clearTimeout(handle),
};

/**
 * The view of a canvas outside React: a pan changes it sixty times a second and renders nothing. Listeners hear at most
 * once a frame, and once more when the view comes to rest.
 */
export function createViewStore(clock: Clock = browserClock) {
  let view: Viewport = { x: 0, y: 0, zoom: 1 };
  let size: Size = { width: 0, height: 0 };
  let textScale = 1;
  let isMoving = false;
  let frame: number | undefined;
  let rest: number | undefined;
  let glide: number | undefined;
  const listeners = new Set<() => void>();

  const tell = () => {
    frame = undefined;
    for (const listener of listeners) listener();
  };
  const schedule = () => {
    frame ??= clock.requestFrame(tell);
  };
  const set = (next: Viewport, options: { isMove: boolean }) => {
    view = next;
    if (options.isMove) {
      isMoving = true;
      if (rest !== undefined) clock.clearTimer(rest);
      rest = clock.setTimer(() => {
        isMoving = false;
        schedule();
      }, REST_MS);
    }
    schedule();
  };
  const stopGlide = () => {
    if (glide !== undefined) clock.cancelFrame(glide);
    glide = undefined;
  };

  return {
    get: () => view,
    size: () => size,
    /** The zoom that counts as 100 %: 1, or more for readers who have set larger text. */
    textScale: () => textScale,
    isMoving: () => isMoving,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** Asks for a new frame without a change of the view. */
    refresh: schedule,
    resize(next: Size, nextTextScale = 1) {
      size = next;
      textScale = nextTextScale;
      schedule();
    },
    /** Puts the view somewhere at once. */
    jump(next: Viewport) {
      stopGlide();
      set(next, { isMove: false });
    },
    /** One step of a move that the hand makes. */
    move(next: Viewport) {
      stopGlide();
      set(next, { isMove: true });
    },
    /** Moves there in 240 ms; jumps for people who want less motion. */
    glideTo(next: Viewport, isReduced: boolean) {
      stopGlide();
      if (isReduced || next === view) {
        set(next, { isMove: false });
        return;
      }
      const from = view;
      const start = clock.now();
      const step = () => {
        const t = Math.min(1, (clock.now() - start) / MOTION_MS);
        set(t === 1 ? next : between(from, next, size, 1 - (1 - t) ** 3), { isMove: true });
        glide = t === 1 ? undefined : clock.requestFrame(step);
      };
      step();
    },
    dispose() {
      stopGlide();
      if (frame !== undefined) clock.cancelFrame(frame);
      if (rest !== undefined) clock.clearTimer(rest);
      frame = undefined;
      rest = undefined;
    },
  };
}
