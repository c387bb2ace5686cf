/** The UTF-16 offset of each code point offset of a text; the parser counts code points. */
export function codePointOffsets(text: string): (codePoints: number) => number {
  const wide: number[] = [];
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) wide.push(match.index - wide.length);
  if (wide.length === 0) return (offset) => offset;
  return (offset) => {
    let [low, high] = [0, wide.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wide[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
}
