import type { ReactNode } from 'react';
import { formatCount } from '@/lib/format-text/format-count';
import { Button } from './button';

type ShownOfProps = {
  shown: number;
  total: number;
  /** What is counted, in the plural: "imports". */
  noun?: string;
  /** What is hidden besides its number: "older hidden". */
  hidden?: string;
  /** The list that has further pages. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  /** Verb and what comes: "Show older". */
  more: string;
  /** Said after the numbers. */
  children?: ReactNode;
  className?: string;
};

/** The foot of a list that comes in pages: n of m, how many are hidden, and a button for the next page. */
export function ShownOf(props: ShownOfProps) {
  const {
    shown,
    total,
    noun,
    hidden = 'hidden',
    list,
    more,
    children,
    className = 'text-sm text-fg-2',
  } = props;
  return (
    <p className={className}>
      Showing <b className="text-fg">{formatCount(shown)}</b> of{' '}
      <b className="text-fg">{formatCount(total)}</b>
      {noun !== undefined && ` ${noun}`}
      {total > shown && `, ${formatCount(total - shown)} ${hidden}`}
      {children}
      {list.hasNextPage && (
        <Button
          variant="link"
          size={24}
          isBusy={list.isFetchingNextPage}
          onPress={() => void list.fetchNextPage()}
        >
          {more}
        </Button>
      )}
    </p>
  );
}
