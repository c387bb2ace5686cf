import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Picture } from './picture';
import type { ViewStore } from './view/view-store';

const TOLERANCE_PX = 6;
const OPEN_MS = 160;
/** Time to move the pointer from the line onto its card. */
const CLOSE_MS = 220;

export type HoverCard = { line: number; x: number; y: number };

/** The line under the pointer, at once, and its card a moment later. The card stays while the pointer is on it. */
export function useLineHover(store: ViewStore, picture: Picture) {
  const [hovered, setHovered] = useState<number>();
  const [card, setCard] = useState<HoverCard>();
  const timer = useRef(0);
  const pointer = useRef({ x: 0, y: 0 });

  const later = (run: () => void, ms: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(run, ms);
  };
  const close = () => {
    window.clearTimeout(timer.current);
    setHovered(undefined);
    setCard(undefined);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture has other lines
  useEffect(() => {
    setHovered(undefined);
    setCard(undefined);
    return () => window.clearTimeout(timer.current);
  }, [picture]);
  // The card belongs to a place on the screen: it goes when the picture moves away under it.
  useEffect(() => store.subscribe(() => store.isMoving() && setCard(undefined)), [store]);

  const hitAt = (event: PointerEvent<HTMLElement> | React.MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    pointer.current = { x: px, y: py };
    if ((event.target as Element).closest('[data-node], [data-no-pan]')) return undefined;
    const { x, y, zoom } = store.get();
    return picture.lineIndex?.hit(x + px / zoom, y + py / zoom, TOLERANCE_PX / zoom);
  };

  return {
    hovered,
    card,
    close,
    hitAt,
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
      const line = hitAt(event);
      if (line === hovered) return;
      setHovered(line);
      if (line === undefined) later(() => setCard(undefined), CLOSE_MS);
      else later(() => setCard({ line, ...pointer.current }), OPEN_MS);
    },
    onPointerLeave: () => {
      setHovered(undefined);
      later(() => setCard(undefined), CLOSE_MS);
    },
    /** The pointer has reached the card: keep it. */
    hold: () => window.clearTimeout(timer.current),
    release: () => later(() => setCard(undefined), CLOSE_MS),
  };
}
