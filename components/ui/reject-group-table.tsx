import type { ReactNode } from 'react';
import { formatCount } from '@/lib/format-text/format-count';
import { ScrollRegion } from './scroll-region';
import { STACKED_ROW, WHOLE_LINE } from './stacked-row';
import { Cell, HeadCell, RowHead, Table } from './table';

type RejectedGroup = {
  column: string | null;
  code: string;
  records: number;
  message: string;
  example: string;
};
type RejectGroupTableProps<T> = {
  groups: readonly T[];
  /** Where the records of a group are, in the caller's own words. */
  place: { head: string; cell: (group: T) => ReactNode };
  /** A last column that does something with a group. */
  action?: { name: string; cell: (group: T) => ReactNode };
  isMarked?: (group: T) => boolean;
};

/** What a group's records are rejected for: one column, or the record as a whole. */
export const rejectedColumn = ({ column }: Pick<RejectedGroup, 'column'>): string => column ?? 'whole record';

/** Rejected records by column and code, with where they are and an example. */
export function RejectGroupTable<T extends RejectedGroup>(props: RejectGroupTableProps<T>) {
  const { groups, place, action, isMarked } = props;
  return (
    <ScrollRegion label="Rejected records by column and code">
      <Table caption="Rejected records by column and code">
        <thead className="max-sm:hidden">
          <tr>
            <HeadCell className="pl-0">Column</HeadCell>
            <HeadCell>Code</HeadCell>
            <HeadCell isNumber>Records</HeadCell>
            <HeadCell>{place.head}</HeadCell>
            <HeadCell>Example</HeadCell>
            <HeadCell>Reason</HeadCell>
            {action && (
              <HeadCell>
                <span className="sr-only">{action.name}</span>
              </HeadCell>
            )}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr
              key={`${group.column} ${group.code} ${group.message}`}
              className={`${STACKED_ROW} ${isMarked?.(group) ? 'bg-accent-tint' : ''}`}
            >
              <RowHead className="font-mono text-xs font-semibold sm:pl-0 sm:whitespace-nowrap">
                {rejectedColumn(group)}
              </RowHead>
              <Cell className="font-mono text-xs text-fg-2">{group.code}</Cell>
              <Cell isNumber className="font-semibold max-sm:text-left">
                {formatCount(group.records)}
                <span className="font-normal sm:hidden"> {group.records === 1 ? 'record' : 'records'}</span>
              </Cell>
              <Cell className={`${WHOLE_LINE} sm:py-1`}>{place.cell(group)}</Cell>
              <Cell className={`${WHOLE_LINE} font-mono text-xs sm:max-w-40 sm:truncate`}>
                <span title={group.example}>{group.example === '' ? '(empty)' : group.example}</span>
              </Cell>
              <Cell className={`${WHOLE_LINE} text-fg-2 sm:min-w-40 sm:py-1`}>{group.message}</Cell>
              {action && <Cell>{action.cell(group)}</Cell>}
            </tr>
          ))}
        </tbody>
      </Table>
      {groups.length > 1 && (
        <p className="pt-1.5 text-xs text-fg-3">
          A record with several reasons is counted at its first one; the list of records has them all.
        </p>
      )}
    </ScrollRegion>
  );
}
