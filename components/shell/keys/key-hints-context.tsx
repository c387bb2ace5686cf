'use client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

/** Keys as people see them and what they do: `{keys: ['⌘', 'K'], does: 'Search'}`. */
export type KeyHint = { keys: readonly string[]; does: string };

type KeyHints = {
  groups: ReadonlyMap<string, readonly KeyHint[]>;
  add: (where: string, hints: readonly KeyHint[]) => () => void;
};

const KeyHintsContext = createContext<KeyHints | null>(null);

function useContextOrThrow(): KeyHints {
  const state = useContext(KeyHintsContext);
  if (state === null) throw new Error('Key hints need KeyHintsProvider');
  return state;
}

/** Lists the keys of a part of the page in `?` while that part is there. Pass a constant array. */
export function useKeyHints(where: string, hints: readonly KeyHint[]): void {
  const { add } = useContextOrThrow();
  useEffect(() => add(where, hints), [add, where, hints]);
}

/** All keys that work now, by place. */
export function useAllKeyHints(): ReadonlyMap<string, readonly KeyHint[]> {
  return useContextOrThrow().groups;
}

export function KeyHintsProvider({ children }: { children: ReactNode }) {
  const [groups, setGroups] = useState<ReadonlyMap<string, readonly KeyHint[]>>(new Map());
  const add = useCallback<KeyHints['add']>((where, hints) => {
    setGroups((was) => new Map(was).set(where, hints));
    return () => setGroups((was) => new Map([...was].filter(([place]) => place !== where)));
  }, []);
  const state = useMemo(() => ({ groups, add }), [groups, add]);
  return <KeyHintsContext value={state}>{children}</KeyHintsContext>;
}
