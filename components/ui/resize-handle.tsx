'use client';
import type { KeyboardEvent, PointerEvent } from 'react';

type ResizeHandleProps = {
  label: string;
  /** Width in px of the pane that it resizes. */
  width: number;
  minWidth: number;
  maxWidth: number;
  onChange: (width: number) => void;
  /** Which edge of the pane it lies on. */
  edge: 'left' | 'right';
};

const STEP = 16;

/** The edge of a pane that can be dragged, or moved with the arrow keys. The pane must be positioned. */
export function ResizeHandle({ label, width, minWidth, maxWidth, onChange, edge }: ResizeHandleProps) {
  const grows = edge === 'right' ? 1 : -1;
  const set = (next: number) => onChange(Math.round(Math.min(maxWidth, Math.max(minWidth, next))));
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const from = event.clientX;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const onMove = (move: globalThis.PointerEvent) => set(width + (move.clientX - from) * grows);
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', onMove), {
      once: true,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: STEP * grows, ArrowLeft: -STEP * grows }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(width + step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator with a value, not a line between texts
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={minWidth}
      aria-valuemax={maxWidth}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      className={`absolute inset-y-0 z-10 w-1.5 cursor-col-resize touch-none transition-colors hover:bg-accent/30 focus-inset max-sm:hidden ${
        edge === 'right' ? '-right-0.5' : '-left-0.5'
      }`}
    />
  );
}
