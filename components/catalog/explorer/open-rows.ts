import { useCallback, useState } from 'react';

/**
 * Which rows are open. Two sets: without a filter, rows are closed until opened; with one that matches little, they are
 * open until closed.
 */
export function useOpenRows() {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const isOpen = useCallback(
    (key: string, isFiltered: boolean) => (isFiltered ? !closed.has(key) : opened.has(key)),
    [opened, closed],
  );
  const toggle = useCallback((key: string, isFiltered: boolean) => {
    const flip = (was: ReadonlySet<string>) => {
      const next = new Set(was);
      if (!next.delete(key)) next.add(key);
      return next;
    };
    if (isFiltered) setClosed(flip);
    else setOpened(flip);
  }, []);
  const open = useCallback(
    (keys: readonly string[]) =>
      setOpened((was) => (keys.every((key) => was.has(key)) ? was : new Set([...was, ...keys]))),
    [],
  );
  return { isOpen, toggle, open };
}
