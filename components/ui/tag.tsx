import type { ReactNode } from 'react';

/** A neutral fact, such as an import number or a file ending. */
export function Tag({ children, isCode }: { children: ReactNode; isCode?: boolean }) {
  return (
    <span
      className={`inline-flex h-5 items-center whitespace-nowrap rounded-tag bg-sunken px-1.5 text-xs text-fg-2 ${
        isCode === true ? 'font-mono' : 'font-medium'
      }`}
    >
      {children}
    </span>
  );
}
