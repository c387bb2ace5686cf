/** Which of two files with the same key wins: the later one in this order. */
export type ConflictOrder = {
  by: 'upload' | 'modified' | 'given';
  /** Keys of files as they were put in order by hand. */
  hand: readonly string[];
};

export const uploadOrder: ConflictOrder = { by: 'upload', hand: [] };

type Ordered = { readonly file: { key: string; lastModified: number }; readonly dataset: string | null };

/** The files, of two with the same key the one that wins after the other. */
export function orderFiles<T extends Ordered>(files: readonly T[], { by, hand }: ConflictOrder): T[] {
  if (by === 'modified') return files.toSorted((a, b) => a.file.lastModified - b.file.lastModified);
  if (by === 'upload') return [...files];
  // A file that was added after the others were put in order comes last, as it does in the list.
  const rank = ({ file }: T) => (hand.includes(file.key) ? hand.indexOf(file.key) : hand.length);
  return files.toSorted((a, b) => rank(a) - rank(b));
}

/** The order by hand after one file was moved by one place. */
export function moveFile(keys: readonly string[], key: string, by: 1 | -1): string[] {
  const from = keys.indexOf(key);
  const to = from + by;
  const moved = [...keys];
  const other = moved[to];
  if (from === -1 || other === undefined) return moved;
  moved[to] = key;
  moved[from] = other;
  return moved;
}

/** Datasets that more than one file goes to, by name in small letters. */
export function sharedDatasets<T extends Ordered>(files: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const file of files) {
    const name = file.dataset?.toLowerCase();
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), file]);
  }
  return new Map([...found].filter(([, of]) => of.length > 1));
}
