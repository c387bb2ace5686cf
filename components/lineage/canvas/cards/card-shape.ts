import type { ObjectType } from '@/lib/lineage/contract';

/** The outline tells the type. */
export type CardShape = 'square' | 'round' | 'cut' | 'folded';

const SHAPES: Record<ObjectType, CardShape> = {
  table: 'square',
  view: 'round',
  procedure: 'cut',
  function: 'cut',
  trigger: 'cut',
  synonym: 'square',
  file: 'folded',
  dataset: 'square',
  script: 'folded',
  external: 'square',
  unresolved: 'square',
  other: 'square',
};

export function cardShape(type: ObjectType): CardShape {
  return SHAPES[type];
}

const SQUARE_RADIUS = 2;
const BAR = 4;
/** The sizes of corners at full height; a legend draws the same shapes smaller. */
const CORNER = { round: 12, cut: 8, folded: 12 } as const;

type Outline = {
  /** The closed outline. */
  outline: string;
  /** The bar of the schema, inside the outline at its left. */
  bar: string;
  /** The fold of a file's corner. */
  fold?: string;
};

/** SVG paths of a card of this size; `scale` shrinks its corners. */
export function cardOutline(shape: CardShape, width: number, height: number, scale = 1): Outline {
  if (shape === 'cut') {
    const c = CORNER.cut * scale;
    const inner = Math.max(0, c - BAR);
    return {
      outline: `M${c},0H${width - c}L${width},${c}V${height - c}L${width - c},${height}H${c}L0,${height - c}V${c}Z`,
      bar: `M${BAR},${inner}L0,${c}V${height - c}L${BAR},${height - inner}Z`,
    };
  }
  if (shape === 'folded') {
    const f = CORNER.folded * scale;
    return {
      outline: `M0,0H${width - f}L${width},${f}V${height}H0Z`,
      bar: `M0,0H${BAR}V${height}H0Z`,
      fold: `M${width - f},0V${f}H${width}`,
    };
  }
  const r = shape === 'round' ? CORNER.round * scale : SQUARE_RADIUS;
  const arc = (x: number, y: number) => `A${r},${r} 0 0 1 ${x},${y}`;
  const inset = r <= BAR ? 0 : r - Math.sqrt(r * r - (r - BAR) ** 2);
  return {
    outline: `M${r},0H${width - r}${arc(width, r)}V${height - r}${arc(width - r, height)}H${r}${arc(0, height - r)}V${r}${arc(r, 0)}Z`,
    bar:
      inset === 0
        ? `M${r},0H${BAR}V${height}H${r}${arc(0, height - r)}V${r}${arc(r, 0)}Z`
        : `M${BAR},${inset}V${height - inset}${arc(0, height - r)}V${r}${arc(BAR, inset)}Z`,
  };
}
