import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { assertSnapshot, newestSnapshot } from '@/lib/lineage/server/snapshot-number';
import type { Reader } from '@/lib/workspace/server/reader';
import type { Dataset } from '../dataset';
import { findDataset } from './find-datasets';

/** The snapshot that was asked for, else the newest. @throws AppError stale-snapshot */
export async function snapshotAt(db: Reader, snapshot: number | undefined): Promise<number> {
  if (snapshot === undefined) return newestSnapshot(db);
  await assertSnapshot(db, snapshot);
  return snapshot;
}

/**
 * A dataset as of a snapshot (without one: the newest), with that snapshot's number.
 * @throws AppError not-found, stale-snapshot
 */
export async function datasetAt(
  db: Reader,
  name: string,
  asked: number | undefined,
): Promise<{ dataset: Dataset; snapshot: number }> {
  const snapshot = await snapshotAt(db, asked);
  const dataset = await findDataset(db, name.includes('.') ? name : `main.${name}`, snapshot);
  if (dataset !== undefined) return { dataset, snapshot };
  throw new AppError('not-found', `There is no dataset ${JSON.stringify(name)} in snapshot #${snapshot}.`);
}
