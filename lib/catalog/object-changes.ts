/** When rows of an object were written and ended: `from` and `to` are snapshots, `to` is null while current. */
export type RowVersion = { readonly from: number; readonly to: number | null };

export type ObjectChange = 'added' | 'changed' | 'removed' | 'columns' | 'definition';

const touches = (rows: readonly RowVersion[], snapshot: number): boolean =>
  rows.some(({ from, to }) => from === snapshot || to === snapshot);

const isThere = (rows: readonly RowVersion[], snapshot: number): boolean =>
  rows.some(({ from, to }) => from <= snapshot && (to === null || to > snapshot));

/**
 * What each snapshot did to an object, newest first. An object that comes or goes says only that; its columns and
 * definition come and go with it.
 */
export function objectChanges(versions: {
  object: readonly RowVersion[];
  columns: readonly RowVersion[];
  definition: readonly RowVersion[];
}): { snapshot: number; changes: ObjectChange[] }[] {
  const all = [...versions.object, ...versions.columns, ...versions.definition];
  const snapshots = new Set(all.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  return [...snapshots]
    .sort((a, b) => b - a)
    .map((snapshot) => ({ snapshot, changes: changesIn(versions, snapshot) }))
    .filter(({ changes }) => changes.length > 0);
}

function changesIn(
  { object, columns, definition }: Parameters<typeof objectChanges>[0],
  snapshot: number,
): ObjectChange[] {
  const before = isThere(object, snapshot - 1);
  const after = isThere(object, snapshot);
  if (before !== after) return [after ? 'added' : 'removed'];
  if (!after) return [];
  return [
    ...(touches(object, snapshot) ? ['changed' as const] : []),
    ...(touches(columns, snapshot) ? ['columns' as const] : []),
    ...(touches(definition, snapshot) ? ['definition' as const] : []),
  ];
}
