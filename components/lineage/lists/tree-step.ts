import type { SceneTreeRow } from '@/lib/lineage/scene/tree-rows';

type Step = { to?: number; toggles?: boolean };

/** Where a key leads in the tree, or whether it opens or closes the row. Undefined: the key has no meaning here. */
export function treeStep(rows: readonly SceneTreeRow[], at: number, key: string): Step | undefined {
  const here = rows[at];
  if (!here) return undefined;
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(last, at + 1) };
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: last };
    case 'ArrowRight':
      if (here.children === 0) return { to: at };
      return here.isOpen ? { to: Math.min(last, at + 1) } : { toggles: true };
    case 'ArrowLeft':
      if (here.children > 0 && here.isOpen) return { toggles: true };
      return {
        to: Math.max(
          0,
          rows.findLastIndex(({ level }, row) => row < at && level < here.level),
        ),
      };
    default:
      return undefined;
  }
}
