import { useKeyHints } from '@/components/shell/keys/key-hints-context';
import { isTyping } from '@/components/shell/keys/parse-key';
import { useShortcuts } from '@/components/shell/keys/use-shortcuts';
import { useMediaQuery } from '@/components/ui/use-media-query';
import type { LineageViewKind } from '@/lib/lineage/view-state';
import type { Picture } from './canvas/picture';
import type { ViewStore } from './canvas/view/view-store';
import { fitView, zoomAt } from './canvas/view/viewport';
import { ZOOM_STEP } from './canvas/view/zoom-step';
import type { LineageActions } from './use-lineage-actions';

const HINTS = [
  { keys: ['←', '→'], does: 'To the nearest card upstream or downstream' },
  { keys: ['↑', '↓'], does: 'To the next card or column row' },
  { keys: ['Shift', 'arrows'], does: 'Move the view' },
  { keys: ['Enter'], does: 'Make it the focus; show the path of a column row' },
  { keys: ['Space'], does: 'Select, opens the inspector' },
  { keys: ['C'], does: 'Open or fold the columns of the card' },
  { keys: ['X'], does: 'Open hidden neighbours of the card' },
  { keys: ['L'], does: 'List of edges of the card' },
  { keys: ['E'], does: 'Evidence of what is selected' },
  { keys: ['[', ']'], does: 'Upstream depth down, up' },
  { keys: ['{', '}'], does: 'Downstream depth down, up' },
  { keys: ['+', '−', '0', 'F'], does: 'Zoom in, out, 100 %, fit' },
  { keys: ['1', '2', '3'], does: 'Graph, tree, table' },
  { keys: ['Alt', '← →'], does: 'Back, forward through focus history' },
];

type Input = {
  actions: LineageActions;
  store: ViewStore;
  picture: Picture | undefined;
  view: LineageViewKind;
};

/** The keys that work anywhere in the lineage page; those of a card are in the canvas. */
export function useLineageKeys({ actions, store, picture, view }: Input): void {
  const isReducedMotion = useMediaQuery('(prefers-reduced-motion: reduce)') === true;
  useKeyHints('Canvas', HINTS);
  const inGraph = (act: () => void) => () => (view === 'graph' && picture ? act() : false);
  const zoomBy = (factor: number) => {
    const { width, height } = store.size();
    store.glideTo(zoomAt(store.get(), factor, width / 2, height / 2), isReducedMotion);
  };
  const zoomIn = inGraph(() => zoomBy(ZOOM_STEP));
  const takeAway = () => (isTyping(document.activeElement) || isOverlayOpen() ? false : actions.takeAway());
  useShortcuts({
    '[': () => actions.changeDepth('up', -1),
    ']': () => actions.changeDepth('up', 1),
    '{': () => actions.changeDepth('down', -1),
    '}': () => actions.changeDepth('down', 1),
    '+': zoomIn,
    '=': zoomIn,
    '-': inGraph(() => zoomBy(1 / ZOOM_STEP)),
    '0': inGraph(() => zoomBy(store.textScale() / store.get().zoom)),
    f: inGraph(
      () =>
        picture && store.glideTo(fitView(picture.bounds, store.size(), store.textScale()), isReducedMotion),
    ),
    '1': () => actions.setView('graph'),
    '2': () => actions.setView('tree'),
    '3': () => actions.setView('table'),
    Escape: takeAway,
    e: () => actions.showEvidence(),
    'alt+ArrowLeft': () => window.history.back(),
    'alt+ArrowRight': () => window.history.forward(),
  });
}

/** Dialogs, menus and lists of their own take Escape first. */
function isOverlayOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}
