import { z } from 'zod';

const ENGINE_TYPES = {
  text: 'VARCHAR',
  boolean: 'BOOLEAN',
  smallint: 'SMALLINT',
  integer: 'INTEGER',
  bigint: 'BIGINT',
  hugeint: 'HUGEINT',
  double: 'DOUBLE',
  date: 'DATE',
  time: 'TIME',
  timestamp: 'TIMESTAMP',
  timestamptz: 'TIMESTAMPTZ',
  uuid: 'UUID',
  blob: 'BLOB',
  json: 'JSON',
} as const;

const PLAIN = Object.keys(ENGINE_TYPES) as [keyof typeof ENGINE_TYPES];
const DECIMAL = /^decimal\(([1-9]|[12]\d|3[0-8]),(\d|[12]\d|3[0-8])\)$/;

/** Type of a dataset's column, from a closed list. Cells of hugeint, decimal and 64-bit columns travel as text. */
export const RowType = z.union(
  [z.enum(PLAIN), z.templateLiteral(['decimal(', z.int(), ',', z.int(), ')']).refine(isDecimal)],
  `one of ${PLAIN.join(', ')}, decimal(p,s)`,
);
export type RowType = z.infer<typeof RowType>;

function isDecimal(type: string): boolean {
  const [, precision, scale] = DECIMAL.exec(type) ?? [];
  return precision !== undefined && Number(scale) <= Number(precision);
}

/** The engine's name of a type. */
export function engineType(type: RowType): string {
  return ENGINE_TYPES[type as keyof typeof ENGINE_TYPES] ?? type.toUpperCase();
}
