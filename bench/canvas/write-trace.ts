import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateTrace } from '@/lib/lineage/layout/testing/generate-trace';

const SCHEMAS = ['sales', 'person', 'production', 'hr', 'purchasing', 'stg', 'dw', 'mart', 'ref'];

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
  const files: string[] = [];
  for (const [role, lines] of Object.entries(texts)) {
    const file = join(folder, `${role}.csv`);
    await writeFile(file, `${lines.join('\n')}\n`);
    files.push(file);
  }
  return { name: `${schema(0)}.${name(0)}`, files };
}
