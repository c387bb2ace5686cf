import { type RefObject, useLayoutEffect } from 'react';
import type { ViewStore } from './view-store';

const USUAL_ROOT_PX = 16;

/** Tells the store how large its canvas is, from the first layout on. */
export function useCanvasSize(ref: RefObject<HTMLElement | null>, store: ViewStore): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const rootPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      store.resize({ width: element.clientWidth, height: element.clientHeight }, rootPx / USUAL_ROOT_PX);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, store]);
}
