import { placeholderLeaf, type TreeRow } from './tree-rows';

/**
 * Where the keyboard stands in the visible rows: on the row it went to, else on the object in the focus of the page; -1 for nowhere.
 * Who stood on "Loading" stands on the first row that came in its place, or on the branch when nothing came.
 */
export function activeRow(
  rows: readonly TreeRow[],
  activeKey: string | null,
  focusId: string | undefined,
): number {
  const at = (key: string) => rows.findIndex((row) => row.key === key);
  const there = activeKey === null ? -1 : at(activeKey);
  if (there !== -1) return there;
  const leaf = activeKey === null ? undefined : placeholderLeaf(activeKey);
  const branch = leaf === undefined ? -1 : at(leaf);
  const branchRow = rows[branch];
  if (branchRow !== undefined) {
    const next = rows[branch + 1];
    return next !== undefined && next.level > branchRow.level ? branch + 1 : branch;
  }
  return rows.findIndex((row) => row.kind === 'object' && row.object.id === focusId);
}
