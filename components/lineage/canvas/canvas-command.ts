import type { ArrowKey } from '@/lib/lineage/scene/arrow-target';

/** What a key does while a card has the focus. */
export type CanvasCommand =
  | { do: 'arrow'; key: ArrowKey }
  | { do: 'pan'; dx: number; dy: number }
  | { do: 'focus' | 'select' | 'expand' | 'lines' | 'columns' };

type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const PAN_PX = 80;
const PANS: Record<ArrowKey, [number, number]> = {
  ArrowLeft: [PAN_PX, 0],
  ArrowRight: [-PAN_PX, 0],
  ArrowUp: [0, PAN_PX],
  ArrowDown: [0, -PAN_PX],
};

/** Single letters; they can be switched off. */
const LETTERS: Record<string, CanvasCommand> = {
  x: { do: 'expand' },
  l: { do: 'lines' },
  c: { do: 'columns' },
};

const isArrow = (key: string): key is ArrowKey => key in PANS;

/** The command of a key press; undefined when it has none. Keys with Ctrl, Alt or ⌘ belong to others. */
export function canvasCommand(press: Keys, areLettersOn: boolean): CanvasCommand | undefined {
  const { key, shiftKey } = press;
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (isArrow(key)) {
    const [dx, dy] = PANS[key];
    return shiftKey ? { do: 'pan', dx, dy } : { do: 'arrow', key };
  }
  if (key === 'Enter') return { do: 'focus' };
  if (key === ' ') return { do: 'select' };
  return areLettersOn && key.length === 1 ? LETTERS[key.toLowerCase()] : undefined;
}
