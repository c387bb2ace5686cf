import { TriangleAlert } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { Import } from '@/lib/imports/contract';

/** Bad records that the check has found, against what was agreed before the start. */
export function BadSoFar({ import: { choices, progress } }: { import: Import }) {
  if (progress.rejected === 0) return null;
  const limit =
    choices.onBadRecord === 'stop'
      ? 'none is allowed'
      : `limit ${formatCount(choices.maxRejects)} or ${choices.maxRejectPercent} %`;
  return (
    <span className="flex items-center gap-1.5 tabular">
      <Icon icon={TriangleAlert} size={14} className="text-warn" />
      <span>
        <span className="font-semibold text-fg">{formatCount(progress.rejected)}</span>{' '}
        {countOf(progress.rejected, 'bad record').replace(/^\S+ /, '')} so far, {limit}
      </span>
    </span>
  );
}
