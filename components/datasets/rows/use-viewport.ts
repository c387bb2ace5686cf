import { type RefObject, useEffect, useState } from 'react';

type Viewport = { top: number; left: number; width: number; height: number };

/** Where a scrolling element is, and how large. */
export function useViewport(element: RefObject<HTMLElement | null>): Viewport {
  const [view, setView] = useState<Viewport>({ top: 0, left: 0, width: 1200, height: 600 });
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const read = () =>
      setView({
        top: target.scrollTop,
        left: target.scrollLeft,
        width: target.clientWidth,
        height: target.clientHeight,
      });
    read();
    const sizes = new ResizeObserver(read);
    sizes.observe(target);
    target.addEventListener('scroll', read, { passive: true });
    return () => {
      sizes.disconnect();
      target.removeEventListener('scroll', read);
    };
  }, [element]);
  return view;
}
