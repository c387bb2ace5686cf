import { useState } from 'react';

const USUAL_ROOT_PX = 16;

/** How much larger than usual the reader has set text: 1, or 2 at 200 %. For the browser only. */
export function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_ROOT_PX;
}

/** Height in px of a row whose height is given in rem: `usual` px at the usual text size. */
export function useRowHeight(usual: number): number {
  const [scale] = useState(() => (typeof document === 'undefined' ? 1 : textScale()));
  return usual * scale;
}
