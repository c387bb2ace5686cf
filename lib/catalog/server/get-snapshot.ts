import 'server-only';
import type { Snapshot } from '@/lib/catalog/contract';
import { AppError } from '@/lib/errors/app-error';
import { publishedImports } from '@/lib/lineage/server/published-imports';
import { read } from '@/lib/workspace/server/read';
import { toSnapshot } from './list-snapshots';

/** One snapshot by number. @throws AppError not-found */
export async function getSnapshot(number: number, signal?: AbortSignal): Promise<Snapshot> {
  const [published] = await read((db) => publishedImports(db, { before: number + 1, limit: 1 }), { signal });
  if (published?.number === number) return toSnapshot(published);
  throw new AppError('not-found', `There is no snapshot #${number}.`);
}
