import type { ReactNode } from 'react';
import { formatCount } from '@/lib/format-text/format-count';
import { ScrollRegion } from './scroll-region';
import { Cell, HeadCell, RowHead, Table } from './table';

type RejectedRecord = {
  file: string;
  record: number | null;
  line: number | null;
  column: string | null;
  message: string;
  reasons: ReadonlyArray<{ message: string }>;
  raw: string;
};
type RejectTableProps<T> = {
  items: readonly T[];
  /** A first column of the caller's own. */
  first?: { head: string; cell: (item: T) => ReactNode };
};

/** Rejected records with their place, every reason, and the record as it was. */
export function RejectTable<T extends RejectedRecord>({ items, first }: RejectTableProps<T>) {
  return (
    <ScrollRegion label="Rejected records" className="max-h-[32rem] rounded-card border border-line">
      <Table caption="Rejected records">
        <thead className="sticky top-0 bg-sunken">
          <tr>
            {first && <HeadCell>{first.head}</HeadCell>}
            <HeadCell>File</HeadCell>
            <HeadCell isNumber>Record</HeadCell>
            <HeadCell isNumber>Line</HeadCell>
            <HeadCell>Column</HeadCell>
            <HeadCell>Reason</HeadCell>
            <HeadCell>Raw record</HeadCell>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of the list is fixed
            <tr key={index} className="align-top [&>*]:py-1">
              {first && <Cell>{first.cell(item)}</Cell>}
              <RejectCells {...item} />
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

function RejectCells({ file, record, line, column, message, reasons, raw }: RejectedRecord) {
  return (
    <>
      <RowHead className="max-w-44 truncate">
        <span title={file}>{file}</span>
      </RowHead>
      <Cell isNumber>{record === null ? '–' : formatCount(record)}</Cell>
      <Cell isNumber>{line === null ? '–' : formatCount(line)}</Cell>
      <Cell className="font-mono text-xs">{column ?? 'whole record'}</Cell>
      <Cell className="min-w-56">
        {(reasons.length > 0 ? reasons.map((it) => it.message) : [message]).map((reason) => (
          <span key={reason} className="block">
            {reason}
          </span>
        ))}
      </Cell>
      <Cell className="max-w-80 truncate font-mono text-xs text-fg-2">
        <span title={raw}>{raw}</span>
      </Cell>
    </>
  );
}
