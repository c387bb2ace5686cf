/** A part of a sorted list of names: positions `[start, end)`, labels as short as tells it from its neighbours. */
export type NameRange = { start: number; end: number; first: string; last: string };

/** Cuts sorted names into equal ranges of at most `sizeMax`; none when one range would do. */
export function nameRanges(names: readonly string[], sizeMax: number): NameRange[] {
  const count = Math.ceil(names.length / sizeMax);
  if (count <= 1) return [];
  const edge = (n: number) => Math.round((n * names.length) / count);
  return Array.from({ length: count }, (_, n) => {
    const [start, end] = [edge(n), edge(n + 1)];
    const [first = '', last = ''] = [names[start], names[end - 1]];
    return {
      start,
      end,
      first: shortest(first, [names[start - 1], last]),
      last: shortest(last, [names[end], first]),
    };
  });
}

/** The shortest beginning of `name`, at least one character, that none of the others shares (without case). */
function shortest(name: string, others: readonly (string | undefined)[]): string {
  const characters = [...name];
  const shared = others
    .filter((other) => other !== undefined && other !== name)
    .map((other) => sharedLength(characters, [...(other ?? '')]));
  return characters.slice(0, Math.max(0, ...shared) + 1).join('');
}

function sharedLength(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((one, i) => one.toLowerCase() !== b[i]?.toLowerCase());
  return different === -1 ? a.length : different;
}
