import { formatCount } from '@/lib/format-text/format-count';

type InOutProps = { inCount: number; outCount: number; className?: string };

/** How many objects flow in and out: "7 ▸ 3", and words for screen readers. */
export function InOut({ inCount, outCount, className }: InOutProps) {
  return (
    <span className={`inline-flex items-center gap-px whitespace-nowrap tabular ${className ?? ''}`}>
      <span className="sr-only">
        {inCount} in, {outCount} out
      </span>
      <span aria-hidden="true">{formatCount(inCount)}</span>
      <svg aria-hidden="true" width="5" height="5" viewBox="0 0 6 6" className="opacity-70">
        <path d="M0.5 0 6 3 0.5 6Z" fill="currentColor" />
      </svg>
      <span aria-hidden="true">{formatCount(outCount)}</span>
    </span>
  );
}
