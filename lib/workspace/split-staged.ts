/** Rows that are staged from one file: how many, and the last one's record number. */
export type StagedFileRows = { readonly file: number; readonly rows: number; readonly last: number };

/** Files by ordinal and records by number, first and last ones included. */
export type StagedPart = {
  readonly firstFile: number;
  readonly lastFile: number;
  readonly firstRecord: number;
  readonly lastRecord: number;
};

/** Each part costs a look at all keys that are there; a smaller one takes less memory. */
export const PART_RECORDS = 475_136;

/**
 * Parts that hold each staged row once, in the order of files and records, of at most `most` records each; `[null]` when all rows are few enough to
 * be one part. Small files that follow each other share one.
 */
export function splitStaged(
  files: readonly StagedFileRows[],
  most = PART_RECORDS,
): ReadonlyArray<StagedPart | null> {
  if (files.reduce((sum, { last }) => sum + last, 0) <= most) return [null];
  const parts: StagedPart[] = [];
  let shared: StagedFileRows[] = [];
  const share = () => {
    const [first] = shared;
    if (first !== undefined)
      parts.push({
        firstFile: first.file,
        lastFile: shared.at(-1)?.file ?? first.file,
        firstRecord: 1,
        lastRecord: Math.max(...shared.map(({ last }) => last)),
      });
    shared = [];
  };
  for (const it of files.toSorted((a, b) => a.file - b.file)) {
    if (shared.reduce((sum, { last }) => sum + last, it.last) > most) share();
    if (it.last <= most) shared.push(it);
    else
      for (let first = 1; first <= it.last; first += most)
        parts.push({
          firstFile: it.file,
          lastFile: it.file,
          firstRecord: first,
          lastRecord: Math.min(it.last, first + most - 1),
        });
  }
  share();
  return parts;
}
