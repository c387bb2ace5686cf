import { History } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { DatasetRow } from '@/lib/datasets/contract';
import { formatCount } from '@/lib/format-text/format-count';
import { importPath } from '@/lib/navigation/import-path';
import type { DatasetDetail } from '../dataset-head';

type CellDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  column: DatasetDetail['columns'][number] | undefined;
  row: DatasetRow | undefined;
  /** Opens the history of the row; null where no key tells which row it is. */
  onHistory: (() => void) | null;
};

/** The whole value of a cell, and where its row came from. */
export function CellDialog({ isOpen, onClose, column, row, onHistory }: CellDialogProps) {
  if (!column || !row) return null;
  const value = row.values[column.name];
  const { file, line, record } = row.from;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={column.name}
      width="md"
      foot={
        <div className="flex flex-1 justify-end gap-2">
          {onHistory && (
            <Button
              icon={History}
              onPress={() => {
                onClose();
                onHistory();
              }}
            >
              Row history
            </Button>
          )}
          <Button variant="primary" onPress={onClose}>
            Close
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-3 px-5 py-4">
        <p className="text-sm text-fg-2">
          {column.type}, from {file},{' '}
          {line === null ? `record ${formatCount(record)}` : `line ${formatCount(line)}`}, in{' '}
          <Link href={importPath(row.from.import)} className="text-accent underline">
            #{row.from.import}
          </Link>
        </p>
        <pre className="max-h-96 overflow-auto rounded-control border border-line bg-sunken p-3 font-mono text-sm break-words whitespace-pre-wrap">
          {value == null ? 'null' : String(value)}
        </pre>
      </div>
    </Dialog>
  );
}
