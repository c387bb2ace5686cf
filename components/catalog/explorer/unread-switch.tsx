import { FileWarning } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Icon } from '@/components/ui/icon';
import { Tooltip } from '@/components/ui/tooltip';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import { formatShortCount } from '@/lib/format-text/format-short-count';

type UnreadSwitchProps = {
  /** Objects that match the other filters and were not fully read; undefined while loading. */
  count: number | undefined;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  coverageHref: Route;
};

/** Narrows the tree to objects of whose SQL something was not read; beside it the way to the page that says what. */
export function UnreadSwitch({ count, isSelected, onChange, coverageHref }: UnreadSwitchProps) {
  const name = `Only objects that were not fully read, ${formatCount(count ?? 0)}`;
  const isWarning = (count ?? 0) > 0;
  return (
    <div className="flex items-center justify-between gap-2">
      <Tooltip text={count === undefined ? name : `${countOf(count, 'object')} not fully read`}>
        <ToggleButton
          aria-label={name}
          isSelected={isSelected}
          onChange={onChange}
          className="flex h-7 min-w-0 cursor-default items-center gap-1 rounded-control border border-line-strong bg-surface px-2 text-xs font-medium text-fg-2 tabular transition-colors hover:bg-hover selected:border-accent selected:bg-accent-tint selected:text-accent pointer-coarse:h-11"
        >
          <Icon icon={FileWarning} size={14} className={isWarning && !isSelected ? 'text-warn' : ''} />
          <span className="truncate">Not fully read</span>
          <span>{count === undefined ? '…' : formatShortCount(count)}</span>
        </ToggleButton>
      </Tooltip>
      <Link
        href={coverageHref}
        className="flex items-center rounded-tag text-xs font-medium whitespace-nowrap text-accent hover:underline pointer-coarse:min-h-11"
      >
        SQL coverage
      </Link>
    </div>
  );
}
