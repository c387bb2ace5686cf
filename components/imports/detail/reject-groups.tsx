import type { z } from 'zod';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format-text/format-count';
import type { listRejects, Reject } from '@/lib/imports/contract';
import { rejectRanges } from './reject-ranges';

type Group = z.infer<typeof listRejects.response>['groups'][number];

/** Rejected records by column and code, with where they are and an example. */
export function RejectGroups({ groups, items }: { groups: readonly Group[]; items: readonly Reject[] }) {
  return (
    <ScrollRegion label="Rejected records by column and code">
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
          {groups.map((group) => (
            <tr key={`${group.column} ${group.code} ${group.message}`}>
              <RowHead className="pl-0 font-mono text-xs font-semibold whitespace-nowrap">
                {group.column ?? 'whole record'}
              </RowHead>
              <Cell className="font-mono text-xs text-fg-2">{group.code}</Cell>
              <Cell isNumber className="font-semibold">
                {formatCount(group.records)}
              </Cell>
              <Cell className="min-w-40 py-1 text-fg-2">{rejectRanges(items, group)}</Cell>
              <Cell className="max-w-40 truncate font-mono text-xs">
                <span title={group.example}>{group.example === '' ? '(empty)' : group.example}</span>
              </Cell>
              <Cell className="min-w-48 py-1 text-fg-2">{group.message}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
