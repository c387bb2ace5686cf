import type { ReactNode } from 'react';

/** The 32 px line under a view. Left: what is shown of what, and why not all. Right: for example the time of the answer. */
export function StatusLine({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <footer className="flex min-h-8 shrink-0 items-center gap-2 border-t border-line bg-surface px-3 text-sm text-fg-2">
      <div className="min-w-0 flex-1 max-sm:py-1 sm:truncate">{children}</div>
      {end !== undefined && <div className="shrink-0 text-xs text-fg-3 tabular">{end}</div>}
    </footer>
  );
}
