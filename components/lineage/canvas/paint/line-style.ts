import type { SceneLine } from '@/lib/lineage/scene/scene';

/** Solid: two or more methods agree. Dashed: one method. Dotted: only filters and joins, no value flows. */
export const LINE_STYLES = ['solid', 'dashed', 'dotted'] as const;
export type LineStyle = (typeof LINE_STYLES)[number];

export function lineStyle(line: Pick<SceneLine, 'isAgreed' | 'isInfluence'> | undefined): LineStyle {
  if (line?.isInfluence) return 'dotted';
  return line?.isAgreed ? 'solid' : 'dashed';
}

/** The dashes of a style at a zoom, the same on the screen at each. */
export function lineDash(style: LineStyle, zoom: number): number[] {
  if (style === 'solid') return [];
  return style === 'dashed' ? [5 / zoom, 4 / zoom] : [1.5 / zoom, 3 / zoom];
}
