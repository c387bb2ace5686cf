import type { ReactNode } from 'react';
import { DiffPill } from '@/components/ui/diff-pill';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Switch } from '@/components/ui/switch';
import type { Comparison } from './comparison';
import { KINDS, type Kind } from './use-compare-address';

type CompareToolbarProps = {
  picks: ReactNode;
  known: Comparison | undefined;
  change: Kind | undefined;
  onChange: (change: Kind | undefined) => void;
  hasOrigin: boolean;
  onOrigin: (hasOrigin: boolean) => void;
  isOnlyChanged: boolean;
  onOnlyChanged: (isOnlyChanged: boolean) => void;
};

const OPTIONS = [
  { value: 'all', label: 'All' },
  { value: 'added', label: 'Added' },
  { value: 'changed', label: 'Changed' },
  { value: 'removed', label: 'Removed' },
] as const;

/** Which snapshots, how many rows differ, and which of them are shown. */
export function CompareToolbar(props: CompareToolbarProps) {
  const { picks, known, change, onChange } = props;
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-line px-4 py-2 sm:px-6">
      {picks}
      <span className="flex min-h-8 items-center gap-1.5 text-sm text-fg-2">
        {known === undefined ? (
          'Comparing'
        ) : (
          <>
            {KINDS.map((kind) => (
              <DiffPill key={kind} kind={kind} count={known[kind]} />
            ))}
            rows
          </>
        )}
      </span>
      <SegmentedControl
        label="Rows to show"
        value={change ?? 'all'}
        onChange={(value) => onChange(KINDS.find((kind) => kind === value))}
        options={OPTIONS}
        className="mb-0.5"
      />
      <span className="flex min-h-8 flex-1 flex-wrap items-center justify-end gap-x-4 gap-y-1 max-sm:basis-full max-sm:justify-start">
        <Switch
          label="Only columns that changed"
          isSelected={props.isOnlyChanged}
          onChange={props.onOnlyChanged}
        />
        <Switch label="Where rows came from" isSelected={props.hasOrigin} onChange={props.onOrigin} />
      </span>
    </div>
  );
}
