'use client';
import { ArrowDownUp, Columns3, ListFilter } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Popover } from '@/components/ui/popover';
import { Switch } from '@/components/ui/switch';
import { TextField } from '@/components/ui/text-field';
import { parseFilter } from '@/lib/datasets/parse-filter';
import { countOf } from '@/lib/format-text/format-count';
import type { DatasetDetail } from '../dataset-head';
import { ExportMenu } from './export-menu';
import { readSort } from './sort-text';
import type { RowsAddress } from './use-rows-address';

type RowsToolbarProps = {
  dataset: DatasetDetail;
  address: RowsAddress;
  hidden: ReadonlySet<string>;
  onHidden: (hidden: ReadonlySet<string>) => void;
  hasOrigin: boolean;
  onOrigin: (hasOrigin: boolean) => void;
  hasProfile: boolean;
  onProfile: (hasProfile: boolean) => void;
  snapshot: number;
};

/** Filter, sort, columns, and what stands beside the rows. */
export function RowsToolbar(props: RowsToolbarProps) {
  const { dataset, address, hidden, onHidden, hasOrigin, onOrigin } = props;
  const sorted = readSort(address.sort);
  const shown = dataset.columns.length - hidden.size;
  return (
    <div className="flex flex-wrap items-start gap-2 border-b border-line px-4 py-2 sm:px-6">
      <FilterField key={address.filter} address={address} example={dataset.columns[0]?.name ?? 'column'} />
      {sorted.length > 0 && (
        <Button
          icon={ArrowDownUp}
          size={32}
          onPress={() => address.change({ sort: '' })}
          aria-label="Do not sort"
        >
          {sorted.map(({ column, isDescending }) => `${column} ${isDescending ? '↓' : '↑'}`).join(', ')}
        </Button>
      )}
      <Popover
        label="Columns to show"
        placement="bottom start"
        trigger={
          <Button icon={Columns3}>
            {hidden.size === 0
              ? countOf(shown, 'column')
              : `${shown} of ${countOf(dataset.columns.length, 'column')}`}
          </Button>
        }
      >
        <div className="flex max-h-96 w-64 flex-col gap-1.5 overflow-auto p-3">
          {dataset.columns.map(({ name }) => (
            <Checkbox
              key={name}
              isSelected={!hidden.has(name)}
              onChange={() => onHidden(toggled(hidden, name))}
            >
              <span className="font-mono text-xs">{name}</span>
            </Checkbox>
          ))}
        </div>
      </Popover>
      <span className="flex min-h-8 flex-1 flex-wrap items-center justify-end gap-x-4 max-sm:order-last max-sm:basis-full max-sm:justify-start">
        <Switch label="Where rows came from" isSelected={hasOrigin} onChange={onOrigin} />
        <Switch label="Profile" isSelected={props.hasProfile} onChange={props.onProfile} />
      </span>
      <ExportMenu name={dataset.name} snapshot={props.snapshot} sort={address.sort} filter={address.filter} />
    </div>
  );
}

function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

/** A filter in words; it takes effect with Enter or when the field is left, and says what is wrong while it is typed. */
function FilterField({ address, example }: { address: RowsAddress; example: string }) {
  const [typed, setTyped] = useState(address.filter);
  const parsed = parseFilter(typed);
  const apply = () => {
    if ((typed.trim() === '' || parsed.ok) && typed.trim() !== address.filter)
      address.change({ filter: typed.trim() });
  };
  return (
    <form
      className="w-80 max-sm:w-full"
      onBlur={apply}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <TextField
        label="Filter rows"
        isLabelHidden
        type="search"
        isPageFilter
        icon={ListFilter}
        placeholder={`Filter rows, e.g. ${example} > 2000`}
        value={typed}
        onChange={setTyped}
        maxLength={4000}
        error={typed.trim() === '' || parsed.ok ? undefined : `At ${parsed.at + 1}: ${parsed.reason}`}
      />
    </form>
  );
}
