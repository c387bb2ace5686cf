type ProgressBarProps = {
  label: string;
  /** 0 to 100; null when the total is not known: stripes, and no value for screen readers. */
  percent: number | null;
  /** For example "58 percent, 52 seconds left". */
  text: string;
  /** Height in px: 2 under the busy bar, 6 elsewhere. */
  size?: 2 | 6;
  className?: string;
};

/** How far something is. Moves linearly; update it at most twice a second. */
export function ProgressBar({ label, percent, text, size = 6, className }: ProgressBarProps) {
  const known = percent !== null;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(known ? { 'aria-valuenow': Math.round(percent) } : {})}
      aria-valuetext={text}
      className={`overflow-hidden ${size === 2 ? 'h-0.5 bg-accent-tint-2' : 'h-1.5 rounded-full bg-active'} ${className ?? ''}`}
    >
      <div
        style={{ width: known ? `${percent}%` : '100%' }}
        className={`h-full bg-accent transition-[width] duration-500 ease-linear ${known ? '' : 'progress-stripes'}`}
      />
    </div>
  );
}
