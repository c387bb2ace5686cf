import { type RefObject, useEffect } from 'react';
import type { ViewStore } from './view-store';
import { panBy, zoomAt } from './viewport';

/** A press that moves less than this is a click. */
const DRAG_MIN_PX = 4;
const WHEEL_ZOOM_RATE = 0.0022;
const LINE_PX = 16;

type Point = { x: number; y: number };

/**
 * Lets pointers, fingers and the wheel move the view: drag to pan, two fingers to pinch, wheel to pan, wheel with Ctrl
 * or ⌘ (what a trackpad sends for a pinch) to zoom. Presses on controls (`data-no-pan`) are theirs.
 */
export function usePanZoom(ref: RefObject<HTMLElement | null>, store: ViewStore): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const pointers = new Map<number, Point>();
    let start: Point | undefined;
    let isDragging = false;

    const local = (event: PointerEvent | WheelEvent): Point => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const onDown = (event: PointerEvent) => {
      if (event.button > 1 || (event.target as Element).closest('[data-no-pan]')) return;
      pointers.set(event.pointerId, local(event));
      start = local(event);
      isDragging = false;
    };
    const onMove = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId);
      if (!before || !start) return;
      const point = local(event);
      if (!isDragging && pointers.size === 1) {
        if (Math.hypot(point.x - start.x, point.y - start.y) < DRAG_MIN_PX) return;
        isDragging = true;
        element.setPointerCapture(event.pointerId);
        element.dataset.dragging = '';
      }
      const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, other]) => other);
      pointers.set(event.pointerId, point);
      const other = others[0];
      if (!other) {
        store.move(panBy(store.get(), point.x - before.x, point.y - before.y));
        return;
      }
      isDragging = true;
      const factor = distance(point, other) / Math.max(1, distance(before, other));
      const middle = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
      const moved = panBy(store.get(), (point.x - before.x) / 2, (point.y - before.y) / 2);
      store.move(zoomAt(moved, factor, middle.x, middle.y));
    };
    const onUp = (event: PointerEvent) => {
      pointers.delete(event.pointerId);
      if (pointers.size === 0) delete element.dataset.dragging;
    };
    // A drag that ends over a card must not press it.
    const onClick = (event: MouseEvent) => {
      if (!isDragging) return;
      isDragging = false;
      event.stopPropagation();
      event.preventDefault();
    };
    const onWheel = (event: WheelEvent) => {
      if ((event.target as Element).closest('[data-own-scroll]')) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
      const { x, y } = local(event);
      if (event.ctrlKey || event.metaKey) {
        store.move(
          zoomAt(
            store.get(),
            Math.exp(-event.deltaY * unit * WHEEL_ZOOM_RATE * (event.ctrlKey ? 2 : 1)),
            x,
            y,
          ),
        );
        return;
      }
      const isSideways = event.shiftKey && event.deltaX === 0;
      const dx = isSideways ? event.deltaY : event.deltaX;
      store.move(panBy(store.get(), -dx * unit, isSideways ? 0 : -event.deltaY * unit));
    };

    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onUp);
    element.addEventListener('pointercancel', onUp);
    element.addEventListener('click', onClick, { capture: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onUp);
      element.removeEventListener('pointercancel', onUp);
      element.removeEventListener('click', onClick, { capture: true });
      element.removeEventListener('wheel', onWheel);
    };
  }, [ref, store]);
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
