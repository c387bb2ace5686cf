/** Cuts a long name in the middle so that both ends stay readable; `max` counts characters, the dots included. */
export function shortenMiddle(name: string, max: number): string {
  const letters = [...name];
  if (letters.length <= max) return name;
  const kept = Math.max(2, max - 1);
  const tail = Math.floor(kept / 2);
  return `${letters.slice(0, kept - tail).join('')}…${letters.slice(letters.length - tail).join('')}`;
}
