import { Dialog } from '@/components/ui/dialog';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import type { DatasetRow } from '@/lib/datasets/contract';
import { RowDialogFoot } from '../rows/row-dialog-foot';
import { RowOrigin } from '../rows/row-origin';
import { Value } from './compared-cell';
import type { ComparedColumn, Difference } from './comparison';
import { Sign } from './difference-origin';

type DifferenceDialogProps = {
  difference: Difference;
  columns: readonly ComparedColumn[];
  onClose: () => void;
  /** Opens the history of the row; null where no key tells which row it is. */
  onHistory: (() => void) | null;
};

/** One row with all its values, before and after, and where both came from. */
export function DifferenceDialog({ difference, columns, onClose, onHistory }: DifferenceDialogProps) {
  const { change, before, after } = difference;
  const key = columns.filter((column) => column.isKey);
  const row = after ?? before;
  const title =
    key.length === 0
      ? `Row ${change}`
      : key.map(({ name }) => `${name} ${row?.values[name] ?? 'null'}`).join(', ');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      width="ml"
      foot={<RowDialogFoot onClose={onClose} onHistory={onHistory} />}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-3 px-5 py-4">
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          <Side name="Before" row={before} none="not there" />
          <Side name="After" row={after} none="not there any more" />
        </dl>
        <ScrollRegion label="Values before and after" className="min-h-0">
          <Table caption="Values before and after">
            <thead>
              <tr>
                <HeadCell className="pl-0">Column</HeadCell>
                <HeadCell>Before</HeadCell>
                <HeadCell>After</HeadCell>
              </tr>
            </thead>
            <tbody>
              {columns.map(({ name }) => {
                const differs = difference.columns.includes(name);
                return (
                  <tr key={name} className="align-top [&>*]:py-1">
                    <RowHead className="pl-0 font-mono text-xs whitespace-nowrap">
                      <span className="flex items-center gap-1.5">
                        {name} {differs && <Sign change="changed" />}
                      </span>
                    </RowHead>
                    <Cell className="max-w-80">
                      {before && (
                        <Value value={before.values[name]} look={differs ? 'removed' : 'same'} isWhole />
                      )}
                    </Cell>
                    <Cell className="max-w-80">
                      {after && (
                        <Value value={after.values[name]} look={differs ? 'added' : 'same'} isWhole />
                      )}
                    </Cell>
                  </tr>
                );
              })}
            </tbody>
          </Table>
        </ScrollRegion>
      </div>
    </Dialog>
  );
}

function Side({ name, row, none }: { name: string; row: DatasetRow | null; none: string }) {
  return (
    <>
      <dt className="text-fg-2">{name}</dt>
      <dd>{row === null ? none : <RowOrigin from={row.from} />}</dd>
    </>
  );
}
