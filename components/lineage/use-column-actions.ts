import { useMemo } from 'react';
import { showToast } from '@/components/ui/toast';
import type { Scene } from '@/lib/lineage/scene/scene';
import { OPEN_CARDS_MAX } from '@/lib/lineage/view-state';
import type { LineageAddress } from './use-lineage-address';

type Input = {
  address: LineageAddress;
  scene: Scene | undefined;
  /** Keeps a card where it is while others make room. */
  holdStill: (id: string) => void;
  isInspectorOpen: boolean;
};

/** What people can do with columns, as changes of the address. */
export function useColumnActions({ address, scene, holdStill, isInspectorOpen }: Input) {
  return useMemo(() => {
    const root = scene?.trace.root;
    return {
      /** Opens the columns of a card, or folds them. */
      toggleColumns: (id: string) => {
        holdStill(id);
        address.change(({ open }) => {
          const others = open.filter((one) => one !== id);
          if (others.length < open.length) return { open: others };
          if (open.length < OPEN_CARDS_MAX) return { open: [...open, id] };
          showToast(`${OPEN_CARDS_MAX} cards are open, more do not fit in a link. Fold one first.`);
          return {};
        });
      },
      /** Opens the columns of the focus, or folds all and draws no path. */
      showColumns: (isOn: boolean) => {
        if (root === undefined) return;
        holdStill(root);
        address.change(isOn ? { open: [root] } : { open: [], column: undefined, onlyPath: false });
      },
      /** Draws the path of a column; of the picked one no longer. */
      pickColumn: (object: string, column: string) => {
        holdStill(object);
        address.change((now) => {
          const isPicked =
            now.column?.object === object && now.column.column.toLowerCase() === column.toLowerCase();
          if (isPicked) return { column: undefined, onlyPath: false };
          const shown = { select: object === root ? undefined : object, tab: 'columns' as const };
          return { column: { object, column }, ...(isInspectorOpen ? { ...shown, line: undefined } : {}) };
        });
      },
      dropColumn: () => address.change({ column: undefined, onlyPath: false }),
      setOnlyPath: (onlyPath: boolean) => address.change({ onlyPath }),
      setInfluence: (influence: boolean) => address.change({ influence }),
    };
  }, [address, scene, holdStill, isInspectorOpen]);
}
