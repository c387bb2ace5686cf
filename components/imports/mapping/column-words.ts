import { type ExtractColumn, extractFiles } from '@/lib/formats/extract/extract-files';
import type { ExtractRole } from '@/lib/imports/contract';

/** The expected column of a role with this name, whatever its case. */
export function expectedColumn(role: ExtractRole, name: string): ExtractColumn | undefined {
  return extractFiles[role].find((it) => it.column === name.trim().toLowerCase());
}

/** What happens with a column of a file at the import. */
export function whatHappens(column: ExtractColumn | undefined): string {
  if (!column) return 'Not expected, not imported';
  switch (column.need) {
    case 'key':
      return 'An empty value rejects the record';
    case 'required':
      return 'An empty value rejects the record';
    case 'optional':
      return 'May be empty';
  }
}

const TYPES = { integer: 'whole number', text: 'text', boolean: 'yes or no' } as const;

/** The type that a column must have, in words. */
export function neededType(column: ExtractColumn | undefined): string {
  return column ? TYPES[column.type] : '–';
}
