import { shortenMiddle } from '@/lib/format-text/shorten-middle';
import { CARD_WIDTH_MAX, CARD_WIDTH_MIN } from '@/lib/lineage/scene/card-size';

/** px left of a card's name (bar, icon) and right of it. */
const BEFORE_NAME = 34;
const AFTER_NAME = 12;
const FOLD = 10;
const NAME_FONT = '600 12px "Inter Variable", ui-sans-serif, system-ui, sans-serif';

/** Width in px of a text in the font of card names. */
export type MeasureName = (text: string) => number;

/** Measures with a canvas; texts are measured once. */
export function createNameMeasure(): MeasureName {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text) => {
    let width = known.get(text);
    if (width === undefined) {
      if (context) context.font = NAME_FONT;
      width = context?.measureText(text).width ?? text.length * 7;
      known.set(text, width);
    }
    return width;
  };
}

/** The width of a card and its name as it fits: names that are too long lose their middle. */
export function fitCard(
  { name, type }: { name: string; type: string },
  measure: MeasureName,
  isFocus: boolean,
): { width: number; label: string } {
  const around = BEFORE_NAME + AFTER_NAME + (type === 'file' ? FOLD : 0);
  const wanted = Math.ceil(measure(name)) + around;
  const width = isFocus ? CARD_WIDTH_MAX : Math.min(CARD_WIDTH_MAX, Math.max(CARD_WIDTH_MIN, wanted));
  const room = width - around;
  let letters = [...name].length;
  let label = name;
  while (measure(label) > room && letters > 4) label = shortenMiddle(name, --letters);
  return { width, label };
}
