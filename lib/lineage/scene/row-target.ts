import { type ArrowKey, arrowTarget } from './arrow-target';
import type { Scene } from './scene';

/** A card, or one of its column rows. */
export type CardPlace = { node: number; row: string | undefined };

/**
 * Where an arrow key leads: up and down go through the rows of opened cards and from card to card, left and right follow
 * the lines of a row to a row or a card, else those of its card. Undefined: nowhere.
 */
export function rowTarget(
  scene: Scene,
  y: { readonly [index: number]: number },
  { node, row }: CardPlace,
  key: ArrowKey,
): CardPlace | undefined {
  const rowsOf = (index: number) => (scene.cards.get(index)?.rows ?? []).map(({ name }) => name);
  const card = (index: number | undefined): CardPlace | undefined =>
    index === undefined ? undefined : { node: index, row: undefined };
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    return (
      (row === undefined ? undefined : alongLines(scene, node, row, key)) ??
      card(arrowTarget(scene, y, node, key))
    );
  }
  const rows = rowsOf(node);
  const at = row === undefined ? -1 : rows.indexOf(row);
  if (key === 'ArrowDown') {
    const next = rows[at + 1];
    return next === undefined ? card(arrowTarget(scene, y, node, key)) : { node, row: next };
  }
  if (row !== undefined) return { node, row: rows[at - 1] };
  const above = arrowTarget(scene, y, node, key);
  return above === undefined ? undefined : { node: above, row: rowsOf(above).at(-1) };
}

function alongLines(scene: Scene, node: number, row: string, key: ArrowKey): CardPlace | undefined {
  const [side, own, other] =
    key === 'ArrowLeft' ? (['incoming', 'to', 'from'] as const) : (['outgoing', 'from', 'to'] as const);
  for (const index of scene.nodes[node]?.[side] ?? []) {
    const line = scene.lines[index];
    if (!line?.columns || line.columns[own]?.toLowerCase() !== row.toLowerCase()) continue;
    const column = line.columns[other]?.toLowerCase();
    const rows = scene.cards.get(line[other])?.rows ?? [];
    return { node: line[other], row: rows.find(({ name }) => name.toLowerCase() === column)?.name };
  }
  return undefined;
}
