import type { TreeRow } from './tree-rows';

export type TreeMove =
  | { kind: 'go'; index: number }
  | { kind: 'toggle'; key: string }
  | { kind: 'choose'; index: number };

const isBranch = (row: TreeRow) => row.kind === 'schema' || row.kind === 'range';
const nameOf = (row: TreeRow) => {
  if (row.kind === 'schema') return row.schema.schema;
  if (row.kind === 'range') return row.label;
  return row.kind === 'object' ? row.object.name : '';
};

/** What a key does in the tree, as the ARIA pattern of trees has it; null when the key is not the tree's. */
export function treeMove(rows: readonly TreeRow[], at: number, key: string): TreeMove | null {
  const row = rows[at];
  if (row === undefined) return rows.length === 0 ? null : { kind: 'go', index: 0 };
  const go = (index: number): TreeMove => ({
    kind: 'go',
    index: Math.min(rows.length - 1, Math.max(0, index)),
  });
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'ArrowRight':
      if (!isBranch(row)) return null;
      return 'isOpen' in row && row.isOpen ? go(at + 1) : { kind: 'toggle', key: row.key };
    case 'ArrowLeft':
      if (isBranch(row) && 'isOpen' in row && row.isOpen) return { kind: 'toggle', key: row.key };
      return parentOf(rows, at);
    case 'Enter':
    case ' ':
      return isBranch(row) ? { kind: 'toggle', key: row.key } : { kind: 'choose', index: at };
    default:
      return key.length === 1 ? jump(rows, at, key) : null;
  }
}

function parentOf(rows: readonly TreeRow[], at: number): TreeMove | null {
  const level = rows[at]?.level ?? 1;
  for (let index = at - 1; index >= 0; index -= 1) {
    if ((rows[index]?.level ?? 1) < level) return { kind: 'go', index };
  }
  return null;
}

/** To the next row whose name starts with the letter, from the top again after the last. */
function jump(rows: readonly TreeRow[], at: number, letter: string): TreeMove | null {
  const wanted = letter.toLowerCase();
  for (let step = 1; step <= rows.length; step += 1) {
    const index = (at + step) % rows.length;
    const row = rows[index];
    if (row && nameOf(row).toLowerCase().startsWith(wanted)) return { kind: 'go', index };
  }
  return null;
}
