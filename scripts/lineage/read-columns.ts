import { splitRecords } from '../../lib/formats/csv/split-records';
import type { Catalog } from '../../lib/lineage/sql/resolve/catalog';

const HEADER = ['database', 'schema', 'object', 'column', 'ordinal', 'type'];

/** The catalogue in a CSV text with the columns database, schema, object, column, ordinal, type. */
export function readColumns(text: string, file: string): Catalog {
  const [header = [], ...rows] = splitRecords(
    text.replace(/^\ufeff/, ''),
    { delimiter: ',', quote: '"' },
    Infinity,
  ).records;
  const at = HEADER.map((name) => header.findIndex((cell) => cell.trim().toLowerCase() === name));
  const missing = HEADER.slice(0, 5).filter((_, index) => at[index] === -1);
  if (missing.length > 0) {
    throw new Error(
      `${file}: the first line must name the columns ${HEADER.join(', ')}; missing: ${missing.join(', ')}.`,
    );
  }
  const objects = new Map<string, { names: string[]; columns: { name: string; ordinal: number }[] }>();
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell === '')) continue;
    const [database = '', schema = '', object = '', name = '', ordinal = ''] = at.map(
      (place) => row[place] ?? '',
    );
    if (object === '' || name === '' || !/^\d+$/.test(ordinal)) {
      throw new Error(
        `${file}, record ${index + 2}: needs an object, a column and a whole number as ordinal.`,
      );
    }
    const names = [database, schema, object];
    const key = names.join('\0').toLowerCase();
    const found = objects.get(key) ?? { names, columns: [] };
    found.columns.push({ name, ordinal: Number(ordinal) });
    objects.set(key, found);
  }
  return {
    objects: [...objects.values()].map(({ names: [database = '', schema = '', name = ''], columns }) => ({
      database: database || null,
      schema: schema || null,
      name,
      type: 'table',
      columns: columns.toSorted((a, b) => a.ordinal - b.ordinal).map((it) => it.name),
    })),
  };
}
