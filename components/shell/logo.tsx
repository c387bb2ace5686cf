/** The mark: two streams join a third. Decorative; write the name beside it. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      className="shrink-0 text-accent"
    >
      <path d="M1.5 3h2.2C8.4 3 7.6 10 12 10h6.5M1.5 17h2.2C8.4 17 7.6 10 12 10M1.5 10H12" />
    </svg>
  );
}
