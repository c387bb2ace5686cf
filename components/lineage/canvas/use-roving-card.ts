import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Picture } from './picture';

/**
 * The one card that the Tab key reaches. `moveTo` puts it and the focus elsewhere; it starts at the focus of the lineage
 * and stays on its object when the picture changes.
 */
export function useRovingCard(picture: Picture, layer: RefObject<HTMLElement | null>) {
  const { scene } = picture;
  const [activeId, setActiveId] = useState<string>();
  const wantsFocus = useRef(false);
  const known = activeId === undefined ? undefined : scene.indexOf.get(activeId);
  const active = known ?? scene.focus;

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const id = scene.nodes[active]?.id;
    layer.current?.querySelector<HTMLElement>(`[data-node="${id}"]`)?.focus({ preventScroll: true });
  }, [active, scene, layer]);

  return {
    active,
    /** Makes a card the one that Tab reaches, without moving the focus. */
    setActive: (node: number) => setActiveId(scene.nodes[node]?.id),
    moveTo: (node: number) => {
      wantsFocus.current = true;
      const id = scene.nodes[node]?.id;
      // The same card again: no render follows, so the focus is set here.
      if (id === activeId || (activeId === undefined && node === scene.focus)) {
        wantsFocus.current = false;
        layer.current?.querySelector<HTMLElement>(`[data-node="${id}"]`)?.focus({ preventScroll: true });
      }
      setActiveId(id);
    },
  };
}
