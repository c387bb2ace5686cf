import type { NamedBytes } from './import-server';

export type ExtractObject = {
  id: number;
  name: string;
  schema?: string;
  type?: string;
  definition?: string;
  /** Ids of the objects it depends on. */
  uses?: readonly number[];
  columns?: readonly string[];
};

/** An extract as CSV files: the three that are always needed, and the columns when any object has some. */
export function extractCsv(objects: readonly ExtractObject[]): NamedBytes[] {
  const files = [
    csv(
      'objects.csv',
      ['object_id', 'schema_name', 'object_name', 'object_type'],
      objects.map((it) => [it.id, it.schema ?? 'dbo', it.name, it.type ?? 'USER_TABLE']),
    ),
    csv(
      'definitions.csv',
      ['object_id', 'definition'],
      objects.flatMap((it) => (it.definition === undefined ? [] : [[it.id, it.definition]])),
    ),
    csv(
      'dependencies.csv',
      ['referencing_object_id', 'referenced_object_id', 'referenced_schema_name', 'referenced_entity_name'],
      objects.flatMap((it) => (it.uses ?? []).map((other) => [it.id, other, '', ''])),
    ),
  ];
  const columns = objects.flatMap((it) =>
    (it.columns ?? []).map((name, index) => [it.id, it.schema ?? 'dbo', it.name, name, 'int', index + 1, 1]),
  );
  const header = [
    'object_id',
    'schema_name',
    'table_name',
    'column_name',
    'data_type',
    'ordinal_position',
    'is_nullable',
  ];
  return columns.length === 0 ? files : [...files, csv('table_columns.csv', header, columns)];
}

/** Tables in a chain of views, `count` objects in all: big enough to be met in the middle of an import. */
export function chainExtract(count: number, prefix = 'object'): NamedBytes[] {
  return extractCsv(
    Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      name: `${prefix}${index + 1}`,
      type: index === 0 ? 'USER_TABLE' : 'VIEW',
      ...(index === 0 ? {} : { uses: [index], definition: `CREATE VIEW v AS SELECT ${index} AS a` }),
    })),
  );
}

export function csv(
  name: string,
  header: readonly string[],
  rows: ReadonlyArray<ReadonlyArray<string | number>>,
): NamedBytes {
  const lines = [header, ...rows].map((cells) => cells.map(cell).join(','));
  return { name, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) };
}

const cell = (value: string | number) => {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
