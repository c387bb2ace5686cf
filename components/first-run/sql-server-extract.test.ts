import { expect, test } from 'vitest';
import { extractFiles, extractRoles } from '@/lib/formats/extract/extract-files';
import { SQL_SERVER_EXTRACT } from './sql-server-extract';

/** The output columns of a SELECT: what follows the last AS of each item, or the part after the dot. */
function outputColumns(statement: string): string[] {
  const list = /SELECT(?:\s+DISTINCT)?\s+([\s\S]*?)\nFROM/.exec(statement)?.[1] ?? '';
  const items = list.split(/,\n {7}(?! )/);
  return items.map((item) => /(?:AS\s+|\.)(\w+)\s*$/.exec(item.trim())?.[1] ?? item);
}

test('each result has exactly the columns of its file', () => {
  const parts = SQL_SERVER_EXTRACT.split(/^-- \d /m).slice(1);
  expect(parts.map((part) => /^\w+/.exec(part)?.[0])).toEqual(extractRoles);
  const columns = Object.fromEntries(parts.map((part) => [/^\w+/.exec(part)?.[0], outputColumns(part)]));
  for (const role of extractRoles) {
    expect(columns[role]).toEqual(extractFiles[role].map(({ column }) => column));
  }
});
