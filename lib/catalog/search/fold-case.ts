/**
 * Lower case for comparing, exactly as long as the text, so that positions in one are positions in the other: a
 * character whose lower case is longer (İ) stays as it is.
 */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (character) => {
    const one = character.toLowerCase();
    return one.length === character.length ? one : character;
  }).join('');
}
