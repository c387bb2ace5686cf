import type { Edit } from './edits';

/** Both lists in the order of the text; an edit of `more` that overlaps one of `first` is left out. */
export function mergeEdits(first: readonly Edit[], more: readonly Edit[]): Edit[] {
  if (first.length === 0 || more.length === 0) return first.length === 0 ? [...more] : [...first];
  const merged: Edit[] = [];
  let [a, b] = [0, 0];
  for (;;) {
    const [one, other] = [first[a], more[b]];
    if (one === undefined && other === undefined) return merged;
    if (other === undefined || (one !== undefined && comesFirst(one, other))) {
      if (one !== undefined) merged.push(one);
      a++;
    } else if (one !== undefined && other.end > one.start && one.end > one.start) b++;
    else {
      if (other.start >= (merged.at(-1)?.end ?? 0)) merged.push(other);
      b++;
    }
  }
}

function comesFirst(one: Edit, other: Edit): boolean {
  return one.start < other.start || (one.start === other.start && one.end <= other.end);
}
