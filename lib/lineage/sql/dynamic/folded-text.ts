/** Stands in a folded text for what is only known at run time. It can be a name, a value, or a part of either. */
export const HOLE = '__hole__';

/** A text as far as it is known at reading; null for nothing at all but a hole. */
export type FoldedText = { readonly text: string; readonly holes: boolean };

/** The ways a text may turn out: one for each way through the IFs before it. Empty: nothing is known. */
export type Alternatives = readonly FoldedText[];

export const UNKNOWN: Alternatives = [{ text: HOLE, holes: true }];

const MOST_ALTERNATIVES = 4;
const LONGEST = 200_000;

/** Every text of `first` with every text of `second` behind it, as far as the limits go. */
export function join(first: Alternatives, second: Alternatives): Alternatives {
  return limited(
    first.flatMap((a) =>
      second.map((b) => ({ text: (a.text + b.text).slice(0, LONGEST), holes: a.holes || b.holes })),
    ),
  );
}

/** The texts of both, the longest ones when there are too many. */
export function either(first: Alternatives, second: Alternatives): Alternatives {
  return limited([...first, ...second]);
}

function limited(all: Alternatives): Alternatives {
  const distinct = [...new Map(all.map((it) => [it.text, it])).values()];
  if (distinct.length <= MOST_ALTERNATIVES) return distinct;
  return distinct.toSorted((a, b) => b.text.length - a.text.length).slice(0, MOST_ALTERNATIVES);
}

/** Whether anything of the text is known. */
export function saysSomething({ text }: FoldedText): boolean {
  return text.replaceAll(HOLE, '').trim() !== '';
}
