import type { ReactNode } from 'react';

type PageMessageProps = { title: string; children: ReactNode; action: ReactNode };

/** A page that only says what is the case, what still works, and offers one action. */
export function PageMessage({ title, children, action }: PageMessageProps) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 p-8 text-center">
      <h1 className="text-xl font-semibold">{title}</h1>
      <p className="max-w-[32rem] text-fg-2">{children}</p>
      {action}
    </div>
  );
}
