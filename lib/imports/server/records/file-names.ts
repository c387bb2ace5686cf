import 'server-only';
import { z } from 'zod';
import type { Reader } from '@/lib/workspace/server/reader';
import type { ImportRecord } from './import-record';

const Row = z.object({
  id: z.string(),
  names: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
});

/** The names of files by import id and 1-based ordinal, in the given order; `run` is not stored as it is yet. */
export async function fileNames(
  db: Reader,
  files: ReadonlyArray<{ import: string; file: number }>,
  run: Pick<ImportRecord, 'id' | 'files'>,
): Promise<string[]> {
  const ids = [...new Set(files.map((one) => one.import))].filter((id) => id !== run.id);
  const rows =
    ids.length === 0
      ? []
      : await db.all(
          Row,
          `SELECT id, CAST(json_extract(document, '$.files[*].name') AS JSON) AS names FROM imports WHERE id = ANY($ids)`,
          { ids },
        );
  const names = new Map(rows.map((row) => [row.id, row.names]));
  names.set(
    run.id,
    run.files.map((file) => file.name),
  );
  return files.map(({ import: id, file }) => names.get(id)?.[file - 1] ?? `file ${file}`);
}
