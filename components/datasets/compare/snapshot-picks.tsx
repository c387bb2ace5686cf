import { ArrowRight } from 'lucide-react';
import { useNow } from '@/components/shell/use-now';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import type { getDatasetHistory } from '@/lib/datasets/contract';
import { formatTimeAgo } from '@/lib/format-text/format-time';
import type { EndpointResponse } from '@/lib/http/endpoint';

export type Load = EndpointResponse<typeof getDatasetHistory>['loads'][number];

type SnapshotPicksProps = {
  /** The imports that loaded the dataset, newest first: only they changed its rows. */
  loads: readonly Load[];
  from: number;
  to: number;
  onChange: (next: { from: number; to: number }) => void;
};

/** The two snapshots that are compared, the earlier one first. */
export function SnapshotPicks({ loads, from, to, onChange }: SnapshotPicksProps) {
  const now = useNow();
  const optionsWith = (chosen: number, isOffered: (load: Load) => boolean) => {
    const options = loads.filter(isOffered).map((load) => ({
      value: String(load.import),
      label: `#${load.import} ${load.owner.name}${now ? `, ${formatTimeAgo(new Date(load.at), now)}` : ''}`,
    }));
    const isThere = options.some((option) => option.value === String(chosen));
    return isThere ? options : [{ value: String(chosen), label: `#${chosen}` }, ...options];
  };
  return (
    <span className="flex min-w-0 items-end gap-2 max-sm:w-full max-sm:flex-col max-sm:items-stretch">
      <Select
        label="Before"
        value={String(from)}
        options={optionsWith(from, (load) => load.import < to)}
        onChange={(value) => onChange({ from: Number(value), to })}
        className="w-56 max-sm:w-full"
      />
      <Icon icon={ArrowRight} className="mb-2 shrink-0 text-fg-3 max-sm:hidden" />
      <Select
        label="After"
        value={String(to)}
        options={optionsWith(to, (load) => load.import > from)}
        onChange={(value) => onChange({ from, to: Number(value) })}
        className="w-56 max-sm:w-full"
      />
    </span>
  );
}
