'use client';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { PlannedColumn } from '../../draft/rows/plan-rows';
import { noChecks, type TypedChecks } from '../../draft/rows/typed-checks';
import { CheckFields } from './check-fields';

type ColumnChecksProps = { column: PlannedColumn; onChange: (checks: TypedChecks) => void };

/** What the cells of a column must fulfil besides their type, in a popover; what is typed counts at once. */
export function ColumnChecks({ column, onChange }: ColumnChecksProps) {
  const { name, checks, checkErrors } = column;
  const isWrong = Object.keys(checkErrors).length > 0;
  const isSet = Object.values(checks).some((value) => value !== false && value !== '');
  const verb = isWrong ? 'Correct' : isSet ? 'Change' : 'Add';
  return (
    <Popover
      label={`Checks of ${name}`}
      className="max-h-[inherit] w-80 max-w-[calc(100vw-1rem)] overflow-auto p-4"
      trigger={
        <Button
          size={24}
          variant={isWrong ? 'danger' : isSet ? 'secondary' : 'ghost'}
          aria-label={`${verb}… checks of ${name}`}
        >
          <span>
            {verb}
            <span className="sm:hidden"> checks</span>…
          </span>
        </Button>
      }
    >
      {(close) => (
        <div className="flex flex-col gap-3">
          <div>
            <h4 className="truncate text-base font-semibold" title={name}>
              Checks of <span className="font-mono text-sm">{name}</span>
            </h4>
            <p className="text-xs text-fg-3">A record that fails one of them is rejected.</p>
          </div>
          <CheckFields column={column} onChange={onChange} />
          <div className="flex flex-wrap justify-between gap-2">
            <Button variant="link" size={28} isDisabled={!isSet} onPress={() => onChange(noChecks)}>
              Remove all
            </Button>
            <Button size={28} onPress={close}>
              Close
            </Button>
          </div>
        </div>
      )}
    </Popover>
  );
}
