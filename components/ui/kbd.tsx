import type { ReactNode } from 'react';

/** A key, drawn as a small cap. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-tag border border-line bg-sunken px-1 font-sans text-xs text-fg-3">
      {children}
    </kbd>
  );
}
