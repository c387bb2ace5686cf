/** A piece of a text: UTF-16 offsets, end exclusive. */
export type Range = { readonly start: number; readonly end: number };

/** 1-based; columns count UTF-16 units. */
export type Position = { readonly line: number; readonly column: number };

/** A piece of a text as people cite it; the end is exclusive. */
export type Span = { readonly start: Position; readonly end: Position };

/** Turns ranges of `text` into spans. Lines end at CR LF, LF or CR. */
export function spanFinder(text: string): (range: Range) => Span {
  const lineStarts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) lineStarts.push(match.index + match[0].length);
  const position = (offset: number): Position => {
    let [low, high] = [0, lineStarts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  };
  return ({ start, end }) => ({ start: position(start), end: position(end) });
}
