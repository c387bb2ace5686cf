'use client';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

type SearchState = { isOpen: boolean; open: () => void; close: () => void };

const SearchContext = createContext<SearchState | null>(null);

/** Opens the search palette from anywhere. */
export function useSearchPalette(): SearchState {
  const state = useContext(SearchContext);
  if (state === null) throw new Error('useSearchPalette needs SearchProvider');
  return state;
}

export function SearchProvider({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const state = useMemo<SearchState>(
    () => ({ isOpen, open: () => setOpen(true), close: () => setOpen(false) }),
    [isOpen],
  );
  return <SearchContext value={state}>{children}</SearchContext>;
}
