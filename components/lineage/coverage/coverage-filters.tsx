import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { formatCount } from '@/lib/format-text/format-count';
import type { CoverageShow, SourceCoverage } from '@/lib/lineage/contract';
import type { CoverageAddress } from './use-coverage-address';

type CoverageFiltersProps = {
  address: CoverageAddress;
  counts: Record<CoverageShow, number>;
  sources: readonly SourceCoverage[];
};

const SHOWN: ReadonlyArray<[CoverageShow, string]> = [
  ['all', 'All'],
  ['unread', 'Not fully read'],
  ['doubt', 'In doubt'],
  ['disagree', 'Disagree'],
];

/** Which definitions are listed: by how they were read, by name, by source. */
export function CoverageFilters({ address, counts, sources }: CoverageFiltersProps) {
  const [typed, setTyped] = useState(address.q);
  // Somebody else may change the address: a link, the way back.
  useEffect(() => setTyped(address.q), [address.q]);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SegmentedControl
        label="Which definitions"
        value={address.show}
        onChange={(show) => address.change({ show })}
        options={SHOWN.map(([value, words]) => ({
          value,
          label: `${words} ${formatCount(counts[value])}`,
        }))}
        className="max-sm:w-full max-sm:flex-wrap"
      />
      {sources.length > 1 && (
        <Select
          label="Source"
          isLabelHidden
          size={28}
          value={address.source}
          onChange={(source) => address.change({ source })}
          options={[
            { value: '', label: 'All sources' },
            ...sources.map(({ source }) => ({ value: source, label: source })),
          ]}
          className="w-48 max-sm:hidden"
        />
      )}
      <TextField
        label="Name of an object"
        isLabelHidden
        type="search"
        isPageFilter
        icon={Search}
        placeholder="Name of an object"
        value={typed}
        onChange={(q) => {
          setTyped(q);
          address.change({ q });
        }}
        maxLength={200}
        size={28}
        className="ml-auto w-64 max-sm:ml-0 max-sm:w-full"
      />
    </div>
  );
}
