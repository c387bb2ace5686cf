import { formatCount } from '@/lib/format-text/format-count';

const KINDS = {
  added: { sign: '+', look: 'bg-add-tint text-add' },
  removed: { sign: '−', look: 'bg-del-tint text-del' },
  changed: { sign: '~', look: 'bg-chg-tint text-chg' },
} as const;

/** How many were added, removed or changed: sign plus number, and words for screen readers. */
export function DiffPill({ kind, count }: { kind: keyof typeof KINDS; count: number }) {
  const { sign, look } = KINDS[kind];
  return (
    <span className={`inline-flex h-5 items-center rounded-full px-2 text-xs font-semibold tabular ${look}`}>
      <span aria-hidden="true">{sign}</span>
      {formatCount(count)}
      <span className="sr-only"> {kind}</span>
    </span>
  );
}
