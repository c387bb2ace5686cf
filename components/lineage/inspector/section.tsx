import type { ReactNode } from 'react';

/** A part of a tab with its heading and a line under it. */
export function Section({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-3 last:border-0">
      {title !== undefined && <h3 className="pb-2 text-sm font-semibold text-fg-2">{title}</h3>}
      {children}
    </section>
  );
}
