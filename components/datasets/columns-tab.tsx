import { KeyRound } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import type { DatasetDetail } from './dataset-head';

/** The columns of the dataset in their order, with their types. */
export function ColumnsTab({ dataset }: { dataset: DatasetDetail }) {
  return (
    <ScrollRegion label="Columns" className="min-h-0 flex-1 px-4 py-3 sm:px-6">
      <Table caption="Columns of the dataset" className="max-w-[48rem]">
        <thead>
          <tr>
            <HeadCell isNumber className="w-12">
              No.
            </HeadCell>
            <HeadCell>Column</HeadCell>
            <HeadCell>Type</HeadCell>
            <HeadCell>Key</HeadCell>
          </tr>
        </thead>
        <tbody>
          {dataset.columns.map((column, index) => (
            <tr key={column.name}>
              <Cell isNumber className="text-fg-3!">
                {index + 1}
              </Cell>
              <RowHead className="font-mono text-xs">{column.name}</RowHead>
              <Cell className="text-fg-2">{column.type}</Cell>
              <Cell>
                {column.isKey && (
                  <span className="flex items-center gap-1 text-fg-2">
                    <Icon icon={KeyRound} size={12} /> part of the key
                  </span>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
