import type { FileRole } from '@/lib/imports/contract';

const WORDS: Record<FileRole, string> = {
  objects: 'Catalog: objects',
  definitions: 'Catalog: definitions',
  dependencies: 'Catalog: dependencies',
  table_columns: 'Catalog: table columns',
  query_logs: 'Query log',
  rows: 'Rows',
  script: 'SQL script',
};

/** What a file holds, in the words of the screens. */
export function roleWords(role: FileRole): string {
  return WORDS[role];
}
