import { Cell } from '@/components/ui/table';
import { formatCount } from '@/lib/format-text/format-count';

type CountCellProps = { count: number; isDoubt: boolean; className?: string };

/** A number of the coverage: 0 steps back, one that is something to look at stands out. */
export function CountCell({ count, isDoubt, className = '' }: CountCellProps) {
  const look = isDoubt ? 'font-semibold text-warn!' : '';
  return (
    <Cell isNumber className={`${count === 0 ? 'text-fg-3!' : look} ${className}`}>
      {formatCount(count)}
    </Cell>
  );
}
