'use client';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
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
  const tabs = [
    { kind: 'all' as const, label: 'All', count: all },
    ...HIT_KINDS.map(({ kind, label }) => ({ kind, label, count: totals[kind] })),
  ];
  return (
    <ToggleButtonGroup
      aria-label="Kinds of matches"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = tabs.find((tab) => keys.has(tab.kind));
        if (chosen) onChange(chosen.kind);
      }}
      className="flex gap-1 overflow-x-auto"
    >
      {tabs.map((tab) => (
        <ToggleButton
          key={tab.kind}
          id={tab.kind}
          className="flex h-6.5 shrink-0 cursor-default items-center gap-1.5 rounded-control border border-transparent px-2.5 text-sm font-medium text-fg-2 hover:bg-hover selected:border-line selected:bg-sunken selected:text-fg focus-inset pointer-coarse:h-11"
        >
          {tab.label} <span className="text-fg-3 tabular">{formatCount(tab.count)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
