'use client';
import { CountedChoices } from '@/components/ui/counted-choices';
import { formatCount } from '@/lib/format-text/format-count';
import { HIT_KINDS, type HitKind } from './hit-list';

type KindTabsProps = {
  value: HitKind | 'all';
  totals: Record<HitKind, number>;
  onChange: (value: HitKind | 'all') => void;
};

/** All matches or one kind of them, with exact counts. */
export function KindTabs({ value, totals, onChange }: KindTabsProps) {
  const all = totals.object + totals.column + totals.sql;
  return (
    <CountedChoices
      label="Kinds of matches"
      value={value}
      onChange={onChange}
      choices={[
        { value: 'all', label: 'All', count: formatCount(all) },
        ...HIT_KINDS.map(({ kind, label }) => ({ value: kind, label, count: formatCount(totals[kind]) })),
      ]}
      className="flex gap-1 overflow-x-auto"
      choiceClassName="flex h-6.5 shrink-0 cursor-default items-center gap-1.5 rounded-control border border-transparent px-2.5 text-sm font-medium text-fg-2 hover:bg-hover selected:border-line selected:bg-sunken selected:text-fg focus-inset pointer-coarse:h-11"
    />
  );
}
