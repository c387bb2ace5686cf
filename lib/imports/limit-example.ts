import type { RowType } from './row-type';

const TIMES: Partial<Record<RowType, string>> = {
  date: '2024-01-31',
  time: '08:30',
  timestamp: '2024-01-31 08:30',
  timestamptz: '2024-01-31 08:30',
};
const WHOLE = /^(smallint|integer|bigint|hugeint|decimal\(\d+,0\))$/;

/** How a limit of this type is written; null for types whose values have no order that people mean. */
export function limitExample(type: RowType): string | null {
  if (WHOLE.test(type)) return '10';
  return type === 'double' || type.startsWith('decimal') ? '1.5' : (TIMES[type] ?? null);
}
