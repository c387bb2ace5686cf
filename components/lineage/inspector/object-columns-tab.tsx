import type { Column } from '@/lib/catalog/contract';
import type { Evidence } from '@/lib/lineage/contract';
import type { Columns } from '../use-columns';
import { ColumnDetail } from './column-detail';
import { ColumnsTab } from './columns-tab';

/** What the columns tab needs of the view: the picked column of the object, if it is one, and its path. */
export type PickedPath = {
  picked: string | undefined;
  columnPath: Pick<Columns, 'path' | 'failed'>;
  /** The path is with filters and joins. */
  influence: boolean;
  onPickColumn: (object: string, column: string) => void;
};

type ObjectColumnsTabProps = PickedPath & {
  /** Id of the object. */
  id: string;
  columns: readonly Column[];
  onOpenProof: (proof: Evidence) => void;
};

/** The columns of an object; picking one draws its path and tells where it comes from and where it goes. */
export function ObjectColumnsTab(props: ObjectColumnsTabProps) {
  const { id, columns, columnPath, influence, onPickColumn, onOpenProof } = props;
  const picked = columns.find(({ name }) => name.toLowerCase() === props.picked?.toLowerCase());
  const name = picked?.name ?? props.picked;
  return (
    <ColumnsTab
      columns={columns}
      picked={name}
      onPick={(column) => onPickColumn(id, column)}
      detail={(onBack, backLabel) => (
        <ColumnDetail
          key={name}
          name={name ?? ''}
          dataType={picked?.dataType}
          path={columnPath.path}
          problem={columnPath.failed?.error?.message}
          influence={influence}
          onPick={onPickColumn}
          onOpenProof={onOpenProof}
          onBack={onBack}
          backLabel={backLabel}
        />
      )}
    />
  );
}
