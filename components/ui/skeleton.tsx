type SkeletonProps = {
  /** Widths of the grey lines in percent, one per line. */
  lines?: readonly number[];
  label?: string;
  className?: string;
};

/** Grey lines in the place of what is loading. */
export function Skeleton({ lines = [58, 38, 75], label = 'Loading', className }: SkeletonProps) {
  return (
    <div role="status" aria-label={label} className={`flex flex-col gap-3 ${className ?? ''}`}>
      {lines.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <span key={index} style={{ width: `${width}%` }} className="h-2.5 rounded-full bg-active" />
      ))}
    </div>
  );
}
