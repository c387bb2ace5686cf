import { type RefCallback, useCallback } from 'react';

/**
 * For an element that scrolls sideways and holds one list: keeps the list's child at `index` fully in view, on load, when another
 * one is meant, and when the list changes its size. Children may come later than the element: tabs do, and so do their counts.
 */
export function useShownChild(index: number): RefCallback<HTMLElement> {
  return useCallback(
    (scroller) => {
      const list = scroller?.firstElementChild;
      if (!scroller || !list) return;
      // Not scrollIntoView: it would move the page too.
      const show = () => {
        const child = list.children[index];
        if (child === undefined) return;
        const { left, right } = child.getBoundingClientRect();
        const box = scroller.getBoundingClientRect();
        if (left - MARGIN < box.left) scroller.scrollLeft -= box.left - left + MARGIN;
        else if (right + MARGIN > box.right) scroller.scrollLeft += right - box.right + MARGIN;
      };
      const observer = new ResizeObserver(show);
      observer.observe(list);
      return () => observer.disconnect();
    },
    [index],
  );
}

/** Shows that more follows, or that the end is reached. */
const MARGIN = 16;
