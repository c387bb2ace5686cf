import { ArrowLeft, ListFilter } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { MessageBlock } from '@/components/ui/message-block';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import type { ColumnTrace, Evidence } from '@/lib/lineage/contract';
import { columnSteps } from '@/lib/lineage/scene/column-steps';
import { ColumnStepsList } from './column-steps-list';

type ColumnDetailProps = {
  name: string;
  dataType: string | undefined;
  path: ColumnTrace | undefined;
  /** Why there is no path. */
  problem: string | undefined;
  /** With filters and joins. */
  influence: boolean;
  onPick: (object: string, column: string) => void;
  onOpenProof: (proof: Evidence) => void;
  onBack: () => void;
  backLabel: string;
};

/** From so many columns on, a path has a filter. */
const FILTER_FROM = 7;

/** Where a column comes from and where it goes: every column on both sides, with kind, distance and proof. */
export function ColumnDetail(props: ColumnDetailProps) {
  const { name, dataType, path, problem, influence, onPick, onOpenProof, onBack, backLabel } = props;
  const [filter, setFilter] = useState('');
  const steps = useMemo(() => path && columnSteps(path), [path]);
  const list = { notRead: path?.notRead ?? [], filter, onPick, onOpenProof };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-col gap-1 border-b border-line px-4 py-2">
        <Button variant="link" size={24} icon={ArrowLeft} className="-ml-1 self-start" onPress={onBack}>
          {backLabel}
        </Button>
        <h3 className="flex min-w-0 items-baseline gap-2">
          <span title={name} className="min-w-0 truncate font-mono text-base font-semibold">
            {name}
          </span>
          <span className="shrink-0 text-xs text-fg-2">{dataType}</span>
        </h3>
        {path && path.connected.up + path.connected.down >= FILTER_FROM && (
          <TextField
            label="Filter the columns of the path"
            isLabelHidden
            type="search"
            size={28}
            icon={ListFilter}
            value={filter}
            onChange={setFilter}
            placeholder="Filter the columns of the path"
          />
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        {problem !== undefined && (
          <MessageBlock tone="danger" title="Could not follow the column" className="m-4">
            {problem}
          </MessageBlock>
        )}
        {!steps && problem === undefined && (
          <Skeleton className="p-4" lines={[42, 80, 64]} label="Following the column" />
        )}
        {path && steps && (
          <>
            <ColumnStepsList
              {...list}
              title="Comes from"
              none="No SQL of this snapshot fills it."
              steps={steps.up}
              total={path.connected.up}
            />
            <ColumnStepsList
              {...list}
              title="Goes into"
              none="No SQL of this snapshot uses its value."
              steps={steps.down}
              total={path.connected.down}
            />
            {!influence && (
              <p className="px-4 py-3 text-xs text-fg-3">
                Columns that only filter or join rows are left out. The switch “Filters and joins” brings them
                in.
              </p>
            )}
          </>
        )}
      </div>
    </div>
  );
}
