import { Check, Minus } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import type { FilePreview } from '@/lib/formats/preview/file-preview';
import { expectedColumn, neededType, whatHappens } from './column-words';

type ExtractPreview = Extract<FilePreview, { kind: 'extract' }>;

/** Each column of the file: its type, what it is read as, and what happens with it. */
export function ColumnList({ preview }: { preview: ExtractPreview }) {
  return (
    <ScrollRegion label="Columns of the file">
      <Table caption="Columns of the file">
        <thead>
          <tr>
            <HeadCell className="pl-0">Column in file</HeadCell>
            <HeadCell>Type in file</HeadCell>
            <HeadCell>Read as</HeadCell>
            <HeadCell>What happens</HeadCell>
          </tr>
        </thead>
        <tbody>
          {preview.table.columns.map((column, index) => {
            const expected = expectedColumn(preview.role, column.name);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: column names may repeat and never move
              <tr key={index}>
                <RowHead className="pl-0 font-mono text-xs whitespace-nowrap">{column.name}</RowHead>
                <Cell className="text-fg-2">{column.type}</Cell>
                <Cell>
                  <span
                    className={`flex items-center gap-1.5 whitespace-nowrap ${expected ? '' : 'text-fg-3'}`}
                  >
                    <Icon icon={expected ? Check : Minus} size={12} className={expected ? 'text-ok' : ''} />
                    {neededType(expected)}
                  </span>
                </Cell>
                <Cell className="text-fg-2">{whatHappens(expected)}</Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
