import { Select } from '@/components/ui/select';
import { RowType } from '@/lib/imports/row-type';
import type { PlannedColumn } from '../../draft/rows/plan-rows';
import type { ColumnEdit } from '../../draft/rows/row-edits';

const PLAIN = [
  'text',
  'boolean',
  'smallint',
  'integer',
  'bigint',
  'hugeint',
  'decimal(18,4)',
  'double',
  'time',
  'uuid',
  'json',
  'blob',
] as const;
const TIMES = [
  ['date', 'ymd', 'date'],
  ['date', 'dmy', 'date, day first'],
  ['date', 'mdy', 'date, month first'],
  ['timestamp', 'ymd', 'timestamp'],
  ['timestamp', 'dmy', 'timestamp, day first'],
  ['timestamp', 'mdy', 'timestamp, month first'],
  ['timestamptz', 'ymd', 'timestamptz'],
] as const;

/** The type a column is read as, with the order of its dates. */
export function TypeField(props: { column: PlannedColumn; onChange: (change: ColumnEdit) => void }) {
  const { column, onChange } = props;
  const options = [
    ...PLAIN.map((type) => ({ value: type as string, label: type as string })),
    ...TIMES.map(([type, order, label]) => ({ value: `${type} ${order}`, label })),
  ];
  const value = typeOf(column);
  const known = options.some((it) => it.value === value);
  return (
    <Select
      label={`Type of ${column.name}`}
      isLabelHidden
      size={24}
      className="w-28 max-sm:w-full"
      value={value}
      onChange={(chosen) => onChange(changeTo(chosen))}
      options={known ? options : [{ value, label: column.type }, ...options]}
    />
  );
}

function typeOf({ type, dateOrder }: PlannedColumn): string {
  const isTime = TIMES.some(([time]) => time === type);
  return isTime ? `${type} ${dateOrder ?? 'ymd'}` : type;
}

function changeTo(value: string): ColumnEdit {
  const [type, order] = value.split(' ');
  const known = RowType.parse(type);
  return order === 'dmy' || order === 'mdy' ? { type: known, dateOrder: order } : { type: known };
}
