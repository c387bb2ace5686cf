import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '@/lib/lineage/sql/resolve/catalog';
import type { SqlObject } from '@/lib/lineage/sql/sql-object';

const NATIVE: Readonly<Record<string, string>> = {
  view: 'View',
  procedure: 'Stored Procedure',
  function: 'Function',
  trigger: 'Trigger',
};

/** The estate as an extract in CSV; gives the paths of its files. */
export async function writeExtract(
  folder: string,
  { catalog, objects }: { catalog: Catalog; objects: readonly SqlObject[] },
): Promise<string[]> {
  const all = [
    ...catalog.objects.map((it) => ({ ...it, native: 'User Table', text: null })),
    ...objects.map((it) => ({ ...it, columns: null, native: NATIVE[it.type] ?? 'Table' })),
  ].map((it, at) => ({ ...it, id: at + 1 }));
  const files: Array<[string, readonly string[], readonly (readonly unknown[])[]]> = [
    [
      'objects',
      ['object_id', 'schema_name', 'object_name', 'object_type'],
      all.map(({ id, schema, name, native }) => [id, schema, name, native]),
    ],
    [
      'definitions',
      ['object_id', 'definition'],
      all.flatMap(({ id, text }) => (text === null ? [] : [[id, text]])),
    ],
    [
      'dependencies',
      ['referencing_object_id', 'referenced_object_id', 'referenced_schema_name', 'referenced_entity_name'],
      [],
    ],
    [
      'table_columns',
      [
        'object_id',
        'schema_name',
        'table_name',
        'column_name',
        'data_type',
        'ordinal_position',
        'is_nullable',
      ],
      all.flatMap(({ id, schema, name, columns }) =>
        (columns ?? []).map((column, at) => [id, schema, name, column, 'int', at + 1, 'true']),
      ),
    ],
  ];
  const paths: string[] = [];
  for (const [name, header, rows] of files) {
    const path = join(folder, `${name}.csv`);
    const lines = [header, ...rows].map((row) => row.map((cell) => quoted(String(cell))).join(','));
    await writeFile(path, `${lines.join('\n')}\n`);
    paths.push(path);
  }
  return paths;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
