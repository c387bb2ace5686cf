'use client';
import { CountedChoices } from '@/components/ui/counted-choices';
import { formatCount } from '@/lib/format-text/format-count';
import type { ImportOutcome } from '@/lib/imports/contract';

export type OutcomeTab = 'all' | ImportOutcome;
type Counts = { all: number; published: number; withRejects: number; notPublished: number };

const TABS: ReadonlyArray<{ value: OutcomeTab; label: string; count: keyof Counts }> = [
  { value: 'all', label: 'All', count: 'all' },
  { value: 'published', label: 'Published', count: 'published' },
  { value: 'with-rejects', label: 'With rejects', count: 'withRejects' },
  { value: 'not-published', label: 'Failed or cancelled', count: 'notPublished' },
];

type OutcomeTabsProps = {
  value: OutcomeTab;
  onChange: (value: OutcomeTab) => void;
  counts: Counts | undefined;
};

/** Which imports the list shows, each with its number. */
export function OutcomeTabs({ value, onChange, counts }: OutcomeTabsProps) {
  return (
    <CountedChoices
      label="Which imports"
      value={value}
      onChange={onChange}
      choices={TABS.map((tab) => ({
        value: tab.value,
        label: tab.label,
        count: counts ? formatCount(counts[tab.count]) : '',
      }))}
      className="flex flex-wrap gap-1"
      choiceClassName="inline-flex h-8 cursor-default items-center gap-2 rounded-control border border-transparent px-2.5 text-sm font-medium text-fg-2 hover:text-fg selected:border-line-strong selected:bg-surface selected:text-fg selected:shadow-e1 pointer-coarse:h-11"
    />
  );
}
