import 'server-only';
import { z } from 'zod';
import { read } from '@/lib/workspace/server/read';
import type { ImportRecord } from './import-record';

const Row = z.object({
  number: z.int(),
  at: z.iso.datetime(),
  hashes: z.string().transform((text) => z.array(z.string().nullable()).parse(JSON.parse(text))),
});

/** The files, each with the newest import that brought the same bytes and was not rolled back, as far as hashes are known. */
export async function markSameFiles(files: ImportRecord['files']): Promise<ImportRecord['files']> {
  const known = files.flatMap((file) => file.sha256 ?? []);
  if (known.length === 0) return files;
  const rows = await read((db) =>
    db.all(
      Row,
      `SELECT number, coalesce(finished_at, started_at, to_timestamp(0)) AS at,
         CAST(to_json(json_extract_string(document, '$.files[*].sha256')) AS VARCHAR) AS hashes
       FROM imports
       WHERE state = 'succeeded' AND json_extract_string(document, '$.rolledBackBy') IS NULL
         AND list_has_any(json_extract_string(document, '$.files[*].sha256'), CAST($known AS VARCHAR[]))
       ORDER BY number DESC`,
      { known },
    ),
  );
  return files.map((file) => {
    const same = file.sha256 === null ? undefined : rows.find((row) => row.hashes.includes(file.sha256));
    return { ...file, sameAs: same === undefined ? null : { number: same.number, at: same.at } };
  });
}
