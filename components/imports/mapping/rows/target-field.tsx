import { Select } from '@/components/ui/select';
import type { PlannedColumn, TargetDataset } from '../../draft/rows/plan-rows';

type TargetFieldProps = {
  column: PlannedColumn;
  target: TargetDataset | null;
  onChange: (as: string | null) => void;
};

const LEAVE_OUT = '\0';

/** The column of the dataset that a column of the file goes to; or nowhere. */
export function TargetField({ column, target, onChange }: TargetFieldProps) {
  const there = target?.columns.map((it) => it.name) ?? [];
  const fresh = column.isNew && column.as !== null ? column.as : column.name;
  const isThere = there.some((name) => name.toLowerCase() === fresh.toLowerCase());
  const options = [
    ...there.map((name) => ({ value: name, label: name })),
    ...(isThere ? [] : [{ value: fresh, label: target === null ? fresh : `New: ${fresh}` }]),
    { value: LEAVE_OUT, label: 'Do not import' },
  ];
  const value = column.as ?? LEAVE_OUT;
  return (
    <Select
      label={`Column in the dataset for ${column.name}`}
      isLabelHidden
      size={24}
      className="w-36 max-sm:w-full"
      value={value}
      onChange={(chosen) => onChange(chosen === LEAVE_OUT ? null : chosen)}
      options={options.some((it) => it.value === value) ? options : [{ value, label: value }, ...options]}
    />
  );
}
