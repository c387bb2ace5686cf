import type { LucideIcon } from 'lucide-react';

type IconProps = { icon: LucideIcon; size?: 12 | 14 | 16 | 18 | 20 | 24; className?: string };

/** A Lucide icon that grows with the text, at the stroke of the design: 1.9, and 2.1 at 14 px and below. Hidden from screen readers: write the words too. */
export function Icon({ icon: Shape, size = 16, className }: IconProps) {
  return (
    <Shape
      aria-hidden
      size={`${size / 16}rem`}
      strokeWidth={size <= 14 ? 2.1 : 1.9}
      className={`shrink-0 ${className ?? ''}`}
    />
  );
}
