import 'server-only';
import { z } from 'zod';
import { read } from '@/lib/workspace/server/read';

const Row = z.object({
  number: z.int(),
  at: z.iso.datetime(),
  hashes: z.string().transform((text) => z.array(z.string().nullable()).parse(JSON.parse(text))),
});

/** For each of these hashes that a file had before: the newest import that brought it and was not rolled back. */
export async function listSameFiles(
  known: readonly string[],
): Promise<Array<{ sha256: string; number: number; at: string }>> {
  if (known.length === 0) return [];
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
  return [...new Set(known)].flatMap((sha256) => {
    const same = rows.find((row) => row.hashes.includes(sha256));
    return same === undefined ? [] : [{ sha256, number: same.number, at: same.at }];
  });
}
