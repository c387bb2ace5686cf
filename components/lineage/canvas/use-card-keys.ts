import { type KeyboardEvent, useRef } from 'react';
import { useSingleKeys } from '@/components/shell/keys/use-shortcuts';
import { arrowTarget } from '@/lib/lineage/scene/arrow-target';
import type { CanvasActions } from './canvas-actions';
import { canvasCommand } from './canvas-command';
import type { Picture } from './picture';
import type { useRovingCard } from './use-roving-card';
import type { ViewStore } from './view-store';
import { panBy } from './viewport';

type Input = {
  store: ViewStore;
  picture: Picture;
  roving: ReturnType<typeof useRovingCard>;
  actions: CanvasActions;
  /** Brings a card into view. */
  show: (node: number) => void;
  openLines: (node: number) => void;
};

/** The keys of the card that has the focus: along the lineage, focus, select, open, list of lines. */
export function useCardKeys({ store, picture, roving, actions, show, openLines }: Input) {
  const [areLettersOn] = useSingleKeys();
  const lastKey = useRef('');
  const { scene, layout } = picture;

  const goTo = (node: number | undefined) => {
    if (node === undefined) return;
    show(node);
    roving.moveTo(node);
  };
  const expandBoth = (node: number) => {
    const { id, hidden } = scene.nodes[node] ?? { id: '', hidden: { up: 0, down: 0 } };
    if (hidden.up > 0) actions.toggleExpansion(id, 'up');
    if (hidden.down > 0) actions.toggleExpansion(id, 'down');
  };

  return (event: KeyboardEvent) => {
    const isCard = (event.target as Element).closest('[data-node]') !== null;
    const wasG = lastKey.current === 'g';
    lastKey.current = event.key;
    const command = isCard ? canvasCommand(event, areLettersOn) : undefined;
    // "g l" is a way to another page.
    if (!command || (wasG && command.do === 'lines')) return;
    event.preventDefault();
    switch (command.do) {
      case 'arrow':
        return goTo(arrowTarget(scene, layout.y, roving.active, command.key));
      case 'pan':
        return store.move(panBy(store.get(), command.dx, command.dy));
      case 'focus':
        return actions.focusOn(roving.active);
      case 'select':
        return actions.selectNode(roving.active);
      case 'expand':
        return expandBoth(roving.active);
      case 'lines':
        return openLines(roving.active);
    }
  };
}
