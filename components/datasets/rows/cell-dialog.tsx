import { Dialog } from '@/components/ui/dialog';
import type { DatasetRow } from '@/lib/datasets/contract';
import type { DatasetDetail } from '../dataset-head';
import { RowDialogFoot } from './row-dialog-foot';
import { RowOrigin } from './row-origin';

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
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={column.name}
      width="md"
      foot={
        <RowDialogFoot
          onClose={onClose}
          onHistory={
            onHistory &&
            (() => {
              onClose();
              onHistory();
            })
          }
        />
      }
    >
      <div className="flex flex-col gap-3 px-5 py-4">
        <p className="text-sm text-fg-2">
          {column.type}, from <RowOrigin from={row.from} />
        </p>
        <pre className="max-h-96 overflow-auto rounded-control border border-line bg-sunken p-3 font-mono text-sm break-words whitespace-pre-wrap">
          {value == null ? 'null' : String(value)}
        </pre>
      </div>
    </Dialog>
  );
}
