import type { ReactNode } from 'react';

/**
 * A part of a page that may scroll by itself; it takes the focus, so that the keyboard can scroll it too. `relative`
 * keeps texts for screen readers, which are positioned, from widening the page.
 */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={`relative overflow-auto focus-inset ${className ?? ''}`}
    >
      {children}
    </section>
  );
}
