/** Rows that are staged from one file: how many, and the number after the last one's (`_staged`, from 0; there may be gaps). */
export type StagedFileRows = { readonly file: number; readonly rows: number; readonly end: number };

/** Files by ordinal and rows by number, first and last ones included. */
export type StagedPart = {
  readonly firstFile: number;
  readonly lastFile: number;
  readonly firstRow: number;
  readonly lastRow: number;
};

/** Each part costs a look at all keys that are there; a smaller one takes less memory. */
export const PART_ROWS = 471_040;

/**
 * Parts that hold each staged row once, in the order of files and rows, of at most `most` row numbers each; `[null]` when all rows are few enough to
 * be one part. Small files that follow each other share one.
 */
export function splitStaged(
  files: readonly StagedFileRows[],
  most = PART_ROWS,
): ReadonlyArray<StagedPart | null> {
  if (files.reduce((sum, { end }) => sum + end, 0) <= most) return [null];
  const parts: StagedPart[] = [];
  let shared: StagedFileRows[] = [];
  const share = () => {
    const [first] = shared;
    if (first !== undefined)
      parts.push({
        firstFile: first.file,
        lastFile: shared.at(-1)?.file ?? first.file,
        firstRow: 0,
        lastRow: Math.max(...shared.map(({ end }) => end)) - 1,
      });
    shared = [];
  };
  for (const it of files.toSorted((a, b) => a.file - b.file)) {
    if (shared.reduce((sum, { end }) => sum + end, it.end) > most) share();
    if (it.end <= most) shared.push(it);
    else
      for (let firstRow = 0; firstRow < it.end; firstRow += most)
        parts.push({
          firstFile: it.file,
          lastFile: it.file,
          firstRow,
          lastRow: Math.min(it.end, firstRow + most) - 1,
        });
  }
  share();
  return parts;
}
