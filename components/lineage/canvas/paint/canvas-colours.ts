import { schemaColour } from '@/components/ui/schema-square';

/** The design tokens that the canvas paints with, as CSS colours. */
export type CanvasColours = {
  edge: string;
  accent: string;
  onAccent: string;
  halo: string;
  text: string;
  text2: string;
  surface: string;
  line: string;
  dot: string;
  /** By slot, 1 to 9; index 0 is unused. */
  schema: string[];
};

/** Reads the tokens as they are now for `element` (theme, contrast). */
export function readCanvasColours(element: Element): CanvasColours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    edge: token('--edge'),
    accent: token('--accent'),
    onAccent: token('--on-accent'),
    halo: token('--accent-tint-2'),
    text: token('--text'),
    text2: token('--text-2'),
    surface: token('--surface'),
    line: token('--line-strong'),
    dot: token('--grid-dot'),
    schema: Array.from({ length: 10 }, (_, slot) => token(schemaColour(slot).slice('var('.length, -1))),
  };
}

const LOOKS = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];

/** Calls back when the theme, the contrast or forced colours change; returns how to stop. */
export function onThemeChange(callback: () => void): () => void {
  const queries = LOOKS.map((look) => matchMedia(look));
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  for (const query of queries) query.addEventListener('change', callback);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', callback);
  };
}
