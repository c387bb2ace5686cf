import 'server-only';
import { z } from 'zod';
import { importsById } from '@/lib/datasets/server/imports-of';
import { quoteName } from '@/lib/workspace/quote';
import { identifying } from '@/lib/workspace/roll-back';
import type { Reader } from '@/lib/workspace/server/reader';
import type { KeptRow } from '../../rollback';
import type { RollbackPart } from './rollback-parts';

const Row = z.object({ key: z.string(), now: z.string().nullable() });
const Cells = z.record(z.string(), z.string().nullable());

/** The first rows that a roll back leaves as they are, by their key, with the import that changed them since. `plan` stands after FROM. */
export async function keptRows(
  db: Reader,
  { dataset, table, isGone }: RollbackPart,
  plan: string,
  limit: number,
): Promise<KeptRow[]> {
  const cells = identifying(table).map((name, index) => `${quoteName(name)} := CAST(p.k${index} AS VARCHAR)`);
  const rows = await db.all(
    Row,
    `SELECT CAST(to_json(struct_pack(${cells.join(', ')})) AS VARCHAR) AS key, p.now_import AS now
     FROM ${plan} AS p WHERE ${isGone ? 'true' : "p.bucket = 'kept'"}
     ORDER BY ALL LIMIT $limit`,
    { limit },
  );
  const imports = await importsById(
    db,
    rows.flatMap((row) => row.now ?? []),
  );
  return rows.map(({ key, now }) => ({
    dataset,
    key: Cells.parse(JSON.parse(key)),
    changedBy: (now === null ? undefined : imports.get(now)?.number) ?? null,
  }));
}
