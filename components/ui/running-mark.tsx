/** The turning ring that stands for "running". Stands still with reduced motion, so put the word beside it. */
export function RunningMark({ size = 14 }: { size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      className="shrink-0 animate-running"
    >
      <path
        d="M21 12a9 9 0 1 1-6.2-8.56"
        fill="none"
        stroke="currentColor"
        strokeWidth={2.4}
        strokeLinecap="round"
      />
    </svg>
  );
}
