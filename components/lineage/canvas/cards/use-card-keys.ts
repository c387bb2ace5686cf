import { type KeyboardEvent, useRef } from 'react';
import { useSingleKeys } from '@/components/shell/keys/use-shortcuts';
import { useAnnounce } from '@/components/ui/announcer';
import { hasColumns } from '@/lib/lineage/has-columns';
import { type CardPlace, rowTarget } from '@/lib/lineage/scene/row-target';
import type { CanvasActions } from '../canvas-actions';
import { canvasCommand } from '../canvas-command';
import type { Picture } from '../picture';
import type { ViewStore } from '../view/view-store';
import { panBy } from '../view/viewport';
import type { useRovingCard } from './use-roving-card';

type Input = {
  store: ViewStore;
  picture: Picture;
  roving: ReturnType<typeof useRovingCard>;
  actions: CanvasActions;
  /** Brings a card, or a row of it, into view. */
  show: (place: CardPlace) => void;
  openLines: (node: number) => void;
};

/** The keys of the card or column row that has the focus: along the lineage, focus, select, open, list of lines. */
export function useCardKeys({ store, picture, roving, actions, show, openLines }: Input) {
  const [areLettersOn] = useSingleKeys();
  const lastKey = useRef('');
  const { scene, layout } = picture;

  const announce = useAnnounce();
  const goTo = (place: CardPlace | undefined) => {
    if (place === undefined) return;
    show(place);
    roving.moveTo(place.node, place.row);
  };
  const toggleColumns = () => {
    const node = scene.nodes[roving.active];
    if (!node) return;
    if (!hasColumns(node.type)) {
      announce(`${node.name} has no columns of its own.`);
      return;
    }
    if (roving.activeRow !== undefined) roving.moveTo(roving.active);
    actions.toggleColumns(node.id);
  };
  const expandBoth = (node: number) => {
    const { id, hidden } = scene.nodes[node] ?? { id: '', hidden: { up: 0, down: 0 } };
    if (hidden.up > 0) actions.toggleExpansion(id, 'up');
    if (hidden.down > 0) actions.toggleExpansion(id, 'down');
  };

  const row = roving.activeRow;
  const here: CardPlace = { node: roving.active, row };
  const pick = (column: string) => {
    const id = scene.nodes[roving.active]?.id;
    if (id !== undefined) actions.pickColumn(id, column);
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
        return goTo(rowTarget(scene, layout.y, here, command.key));
      case 'pan':
        return store.move(panBy(store.get(), command.dx, command.dy));
      case 'focus':
        return row === undefined ? actions.focusOn(roving.active) : pick(row);
      case 'select':
        return row === undefined ? actions.selectNode(roving.active) : pick(row);
      case 'expand':
        return expandBoth(roving.active);
      case 'columns':
        return toggleColumns();
      case 'lines':
        return openLines(roving.active);
    }
  };
}
