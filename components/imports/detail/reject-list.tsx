'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { ShownOf } from '@/components/ui/shown-of';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format-text/format-count';
import type { Reject } from '@/lib/imports/contract';
import { rejectsQuery } from '@/lib/imports/queries';

/** Every rejected record whose details are kept, in pages. */
export function RejectList({ importId }: { importId: string }) {
  const list = useInfiniteQuery(rejectsQuery(importId));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const kept = list.data?.pages[0]?.kept ?? 0;
  return (
    <div className="flex flex-col gap-2">
      <ScrollRegion label="Rejected records" className="max-h-[32rem] rounded-card border border-line">
        <Table caption="Rejected records">
          <thead className="sticky top-0 bg-sunken">
            <tr>
              <HeadCell>File</HeadCell>
              <HeadCell isNumber>Record</HeadCell>
              <HeadCell isNumber>Line</HeadCell>
              <HeadCell>Column</HeadCell>
              <HeadCell>Reason</HeadCell>
              <HeadCell>Raw record</HeadCell>
            </tr>
          </thead>
          <tbody>
            {items.map((reject, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the order of the list is fixed
              <RejectRow key={index} reject={reject} />
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
      <ShownOf shown={items.length} total={kept} list={list} more="Show more" />
    </div>
  );
}

function RejectRow({ reject }: { reject: Reject }) {
  const reasons = reject.reasons.length > 0 ? reject.reasons.map((it) => it.message) : [reject.message];
  return (
    <tr className="align-top [&>*]:py-1">
      <RowHead className="max-w-44 truncate">
        <span title={reject.file}>{reject.file}</span>
      </RowHead>
      <Cell isNumber>{reject.record === null ? '–' : formatCount(reject.record)}</Cell>
      <Cell isNumber>{reject.line === null ? '–' : formatCount(reject.line)}</Cell>
      <Cell className="font-mono text-xs">{reject.column ?? 'whole record'}</Cell>
      <Cell className="min-w-56">
        {reasons.map((reason) => (
          <span key={reason} className="block">
            {reason}
          </span>
        ))}
      </Cell>
      <Cell className="max-w-80 truncate font-mono text-xs text-fg-2">
        <span title={reject.raw}>{reject.raw}</span>
      </Cell>
    </tr>
  );
}
