import 'server-only';
import { z } from 'zod';
import type { Reader } from '@/lib/workspace/server/reader';
import { diagnostics } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';
import { Diagnostic } from '../contract';

const Row = z.object({
  key: z.string(),
  severity: Diagnostic.shape.severity,
  code: z.string(),
  message: z.string(),
  start_line: z.int(),
  start_column: z.int(),
  end_line: z.int(),
  end_column: z.int(),
});

/** What was met in the definitions of some objects (ids), by `source object`, in the order of the text. */
export async function readDiagnostics(
  db: Reader,
  snapshot: number,
  objects: readonly string[],
): Promise<ReadonlyMap<string, Diagnostic[]>> {
  const found = new Map<string, Diagnostic[]>();
  if (objects.length === 0) return found;
  const rows = await db.all(
    Row,
    `SELECT source || ' ' || object AS key, severity, code, message, start_line, start_column, end_line, end_column
     FROM ${asOf(diagnostics)} AS d WHERE object = any($objects)
     ORDER BY source, object, start_line, start_column, end_line, end_column, code, message`,
    { snapshot, objects },
  );
  for (const { key, severity, code, message, ...span } of rows) {
    const start = { line: span.start_line, column: span.start_column };
    const end = { line: span.end_line, column: span.end_column };
    const list = found.get(key) ?? [];
    list.push({ severity, code, message, span: { start, end } });
    found.set(key, list);
  }
  return found;
}
