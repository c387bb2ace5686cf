import { type RefObject, useLayoutEffect } from 'react';
import { textScale } from '@/components/ui/text-scale';
import type { ViewStore } from './view-store';

/** Tells the store how large its canvas is, from the first layout on. */
export function useCanvasSize(ref: RefObject<HTMLElement | null>, store: ViewStore): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () =>
      store.resize({ width: element.clientWidth, height: element.clientHeight }, textScale());
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, store]);
}
