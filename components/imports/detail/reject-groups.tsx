'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import { rejectsQuery } from '@/lib/imports/queries';
import { rejectRanges } from './reject-ranges';

/** Rejected records by column and code; nothing where there are none. */
export function RejectGroups({ importId }: { importId: string }) {
  const { data } = useInfiniteQuery(rejectsQuery(importId));
  const first = data?.pages[0];
  if (!first || first.groups.length === 0) return null;
  const items = data.pages.flatMap((page) => page.items);
  return (
    <div className="overflow-x-auto">
      <p className="mb-1 text-base font-semibold">
        Rejected{' '}
        <span className="font-normal text-fg-2">
          {countOf(first.total, 'record')} in {countOf(first.groups.length, 'group')}
        </span>
      </p>
      <Table caption="Rejected records by column and code">
        <thead>
          <tr>
            <HeadCell className="pl-0">Column</HeadCell>
            <HeadCell>Code</HeadCell>
            <HeadCell isNumber>Records</HeadCell>
            <HeadCell>Rows</HeadCell>
            <HeadCell>Example</HeadCell>
            <HeadCell>Reason</HeadCell>
          </tr>
        </thead>
        <tbody>
          {first.groups.map((group) => (
            <tr key={`${group.column} ${group.code} ${group.message}`}>
              <RowHead className="pl-0 font-mono text-xs font-semibold">
                {group.column ?? 'whole record'}
              </RowHead>
              <Cell className="font-mono text-xs text-fg-2 uppercase">{group.code.replaceAll('-', '_')}</Cell>
              <Cell isNumber className="font-semibold">
                {formatCount(group.records)}
              </Cell>
              <Cell className="text-fg-2">{rejectRanges(items, group)}</Cell>
              <Cell className="max-w-40 truncate font-mono text-xs">
                <span title={group.example}>{group.example === '' ? '(empty)' : group.example}</span>
              </Cell>
              <Cell className="text-fg-2">{group.message}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
