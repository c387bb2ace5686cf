import 'server-only';
import { z } from 'zod';
import type { EndpointResponse } from '@/lib/http/endpoint';
import { read } from '@/lib/workspace/server/read';
import type { Reader } from '@/lib/workspace/server/reader';
import { evidence } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';
import type { getDataset as endpoint } from '../contract';
import { datasetAt } from './dataset-at';
import { columnsOf } from './list-rows';
import { summariseDatasets } from './summarise-datasets';

/** One dataset with its columns. @throws AppError not-found, stale-snapshot, deadline */
export async function getDataset(
  name: string,
  asked: number | undefined,
  signal?: AbortSignal,
): Promise<EndpointResponse<typeof endpoint>> {
  return read(
    async (db) => {
      const { dataset, snapshot } = await datasetAt(db, name, asked);
      const [summary] = await summariseDatasets(db, [dataset], snapshot);
      if (summary === undefined) throw new Error(`${dataset.name} has no summary.`);
      return {
        ...summary,
        snapshot,
        columns: columnsOf(dataset),
        readers: await countReaders(db, summary.object, snapshot),
      };
    },
    { signal },
  );
}

async function countReaders(db: Reader, object: string, snapshot: number): Promise<number> {
  const row = await db.one(
    z.object({ readers: z.int() }),
    `SELECT count(DISTINCT to_object) AS readers FROM ${asOf(evidence)} AS e
     WHERE from_object = $object AND to_object <> $object`,
    { object, snapshot },
  );
  return row?.readers ?? 0;
}
