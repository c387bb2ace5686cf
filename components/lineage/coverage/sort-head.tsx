import { ArrowDown, ArrowUp } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import type { CoverageSort } from '@/lib/lineage/contract';
import type { CoverageAddress } from './use-coverage-address';

type SortHeadProps = {
  sort: CoverageSort;
  head: string;
  title: string;
  address: CoverageAddress;
  className?: string;
};

/** The head of a column; a press orders by it, another one turns the order round. */
export function SortHead({ sort, head, title, address, className }: SortHeadProps) {
  const isSorted = address.sort === sort;
  const usual = sort === 'name' ? 'asc' : 'desc';
  const order = isSorted ? address.order || usual : undefined;
  const turned = order === 'asc' ? 'desc' : 'asc';
  return (
    <th
      scope="col"
      aria-sort={order === undefined ? 'none' : `${order}ending`}
      className={`h-8 border-b border-line px-2 text-xs font-semibold text-fg-2 ${className ?? ''}`}
    >
      <button
        type="button"
        title={title}
        onClick={() =>
          address.change(isSorted ? { order: turned === usual ? '' : turned } : { sort, order: '' })
        }
        className={`inline-flex cursor-default items-center gap-1 rounded-tag hover:text-fg hover:underline ${isSorted ? 'text-accent' : ''}`}
      >
        {head}
        {order !== undefined && <Icon icon={order === 'asc' ? ArrowUp : ArrowDown} size={12} />}
      </button>
    </th>
  );
}
