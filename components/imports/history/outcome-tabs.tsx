'use client';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
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
    <ToggleButtonGroup
      aria-label="Which imports"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const tab = TABS.find((it) => keys.has(it.value));
        if (tab) onChange(tab.value);
      }}
      className="flex flex-wrap gap-1"
    >
      {TABS.map((tab) => (
        <ToggleButton
          key={tab.value}
          id={tab.value}
          className="inline-flex h-8 cursor-default items-center gap-2 rounded-control border border-transparent px-2.5 text-sm font-medium text-fg-2 hover:text-fg selected:border-line-strong selected:bg-surface selected:text-fg selected:shadow-e1 pointer-coarse:h-11"
        >
          {tab.label}
          <span className="font-normal text-fg-3 tabular">
            {counts ? formatCount(counts[tab.count]) : ''}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
