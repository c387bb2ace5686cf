import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Picture } from '../picture';

/**
 * The one card, or column row of a card, that the Tab key reaches. `moveTo` puts it and the focus elsewhere; it starts at
 * the focus of the lineage and stays on its object when the picture changes.
 */
export function useRovingCard(picture: Picture, layer: RefObject<HTMLElement | null>) {
  const { scene } = picture;
  const [place, setPlace] = useState<{ id: string; row: string | undefined }>();
  const wantsFocus = useRef(false);
  const known = place === undefined ? undefined : scene.indexOf.get(place.id);
  const active = known ?? scene.focus;
  const isRowShown = scene.cards.get(active)?.rows.some(({ name }) => name === place?.row) ?? false;
  const activeRow = known !== undefined && isRowShown ? place?.row : undefined;

  const focusOn = (id: string | undefined, row: string | undefined) => {
    const card = layer.current?.querySelector<HTMLElement>(`[data-node="${id}"]`);
    const target =
      row === undefined ? card : card?.querySelector<HTMLElement>(`[data-column="${CSS.escape(row)}"]`);
    target?.focus({ preventScroll: true });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows a move once it is rendered
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    focusOn(scene.nodes[active]?.id, activeRow);
  }, [active, activeRow, scene, layer]);

  return {
    active,
    activeRow,
    /** Makes a card or row the one that Tab reaches, without moving the focus. */
    setActive: (node: number, row?: string) => {
      const id = scene.nodes[node]?.id;
      if (id !== undefined && (id !== place?.id || row !== place.row)) setPlace({ id, row });
    },
    moveTo: (node: number, row?: string) => {
      const id = scene.nodes[node]?.id;
      if (id === undefined) return;
      // The same place again: no render follows, so the focus is set here.
      if (node === active && row === activeRow) focusOn(id, row);
      else wantsFocus.current = true;
      setPlace({ id, row });
    },
  };
}
