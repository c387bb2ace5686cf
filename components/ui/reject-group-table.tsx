import { Fragment, type ReactNode } from 'react';
import { formatCount } from '@/lib/format-text/format-count';
import { ScrollRegion } from './scroll-region';
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
        <thead>
          <tr>
            <HeadCell className="pl-0">Column</HeadCell>
            <HeadCell>Code</HeadCell>
            <HeadCell isNumber>Records</HeadCell>
            <HeadCell>{place.head}</HeadCell>
            <HeadCell className="max-sm:hidden">Example</HeadCell>
            <HeadCell className="max-sm:hidden">Reason</HeadCell>
            {action && (
              <HeadCell>
                <span className="sr-only">{action.name}</span>
              </HeadCell>
            )}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={`${group.column} ${group.code} ${group.message}`}>
              <tr className={`max-sm:[&>*]:border-b-0 ${isMarked?.(group) ? 'bg-accent-tint' : ''}`}>
                <RowHead className="pl-0 font-mono text-xs font-semibold whitespace-nowrap">
                  {rejectedColumn(group)}
                </RowHead>
                <Cell className="font-mono text-xs text-fg-2">{group.code}</Cell>
                <Cell isNumber className="font-semibold">
                  {formatCount(group.records)}
                </Cell>
                <Cell className="py-1">{place.cell(group)}</Cell>
                <Cell className="max-w-40 truncate font-mono text-xs max-sm:hidden">
                  <span title={group.example}>{group.example === '' ? '(empty)' : group.example}</span>
                </Cell>
                <Cell className="min-w-40 py-1 text-fg-2 max-sm:hidden">{group.message}</Cell>
                {action && <Cell>{action.cell(group)}</Cell>}
              </tr>
              {/* On a phone the reason has a line of its own; beside the others it would be out of sight. */}
              <tr className="sm:hidden">
                <Cell colSpan={action ? 5 : 4} className="pb-1.5 pl-0 text-fg-2">
                  {group.message}
                </Cell>
              </tr>
            </Fragment>
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
