import { type ReactNode, useId } from 'react';

type CardProps = { title?: string; note?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A titled part of a page. */
export function Card({ title, note, actions, children }: CardProps) {
  const id = useId();
  return (
    <section
      {...(title === undefined ? {} : { 'aria-labelledby': id })}
      className="min-w-0 rounded-card border border-line bg-surface px-4 py-3"
    >
      {title !== undefined && (
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <div className="flex flex-wrap items-baseline gap-x-2">
            <h2 id={id} className="text-md">
              {title}
            </h2>
            {note !== undefined && <span className="text-sm text-fg-2">{note}</span>}
          </div>
          {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
