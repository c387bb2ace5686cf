import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateTrace } from '@/lib/lineage/layout/testing/generate-trace';

const SCHEMAS = ['sales', 'person', 'production', 'hr', 'purchasing', 'stg', 'dw', 'mart', 'ref'];

const COLUMNS = {
  ...{ id: 'int', customer_id: 'int', amount: 'money', ordered_at: 'datetime', region: 'varchar(20)' },
  ...{ note: 'varchar(max)', state: 'char(2)', changed_at: 'datetime' },
};

/** Writes the trace of a much used object as an extract in CSV: its focus is `name`. @returns the paths of the files */
export async function writeTrace(folder: string, size: number): Promise<{ name: string; files: string[] }> {
  const { depth, from, to } = generateTrace(size, 1);
  const schema = (i: number) => SCHEMAS[(i * 7) % SCHEMAS.length];
  const name = (i: number) => `customer_orders_${i}`;
  const texts = {
    objects: [
      'object_id,schema_name,object_name,object_type',
      ...Array.from(depth, (_, i) => `${i},${schema(i)},${name(i)},${i % 3 === 0 ? 'VIEW' : 'USER_TABLE'}`),
    ],
    definitions: ['object_id,definition'],
    dependencies: [
      'referencing_object_id,referenced_object_id,referenced_schema_name,referenced_entity_name',
      ...Array.from(from, (a, e) => `${to[e]},${a},${schema(a)},${name(a)}`),
    ],
  };
  const columns = Object.entries(COLUMNS).map(([column, type], at) => ({ column, type, at: at + 1 }));
  const all = {
    ...texts,
    table_columns: [
      'object_id,schema_name,table_name,column_name,data_type,ordinal_position,is_nullable',
      ...Array.from(depth).flatMap((_, i) =>
        columns.map(({ column, type, at }) => `${i},${schema(i)},${name(i)},${column},${type},${at},true`),
      ),
    ],
  };
  const files: string[] = [];
  for (const [role, lines] of Object.entries(all)) {
    const file = join(folder, `${role}.csv`);
    await writeFile(file, `${lines.join('\n')}\n`);
    files.push(file);
  }
  return { name: `${schema(0)}.${name(0)}`, files };
}
