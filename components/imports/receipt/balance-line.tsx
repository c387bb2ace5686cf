import { Scale } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { isBalanced, type PartCounts } from './receipt-parts';

/** Says that the parts add up. A receipt that does not is never published, so its absence is said as a fault. */
export function BalanceLine({ counts }: { counts: PartCounts }) {
  const balanced = isBalanced(counts);
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-fg-2">
      <span className={`flex items-center gap-1.5 font-semibold ${balanced ? 'text-ok' : 'text-danger'}`}>
        <Icon icon={Scale} size={14} />
        {balanced ? 'Balanced' : 'Not balanced'}
      </span>
      {balanced
        ? 'Every record is in exactly one part. Parts under 1 % are drawn 8 px wide.'
        : 'The parts do not add up to what was read.'}
    </p>
  );
}
