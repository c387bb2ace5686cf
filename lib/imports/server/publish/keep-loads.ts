import 'server-only';
import type { Writer } from '@/lib/workspace/server/reader';
import type { Receipt } from '../../contract';

/**
 * Keeps how many rows each dataset of a receipt has from this snapshot on and how many records were rejected, so that nobody
 * has to count rows to list datasets.
 */
export async function keepLoads(db: Writer, snapshot: number, receipt: Receipt): Promise<void> {
  for (const dataset of receipt.datasets) {
    const files = receipt.files.filter((file) => file.dataset?.toLowerCase() === dataset.name.toLowerCase());
    const changes = files.reduce((sum, file) => sum + file.inserted + file.updated + file.ended, 0);
    await db.run(
      `INSERT INTO dataset_loads (dataset, snapshot, rows, rejected, is_changed)
       VALUES ($dataset, CAST($snapshot AS INTEGER), $rows, $rejected, $changed)`,
      {
        dataset: dataset.name,
        snapshot,
        rows: dataset.rowsAfter,
        rejected: files.reduce((sum, file) => sum + file.rejected, 0),
        // A roll back has no files; one that changed nothing is refused.
        changed:
          receipt.rollback !== null || dataset.created || dataset.columnsAdded.length > 0 || changes > 0,
      },
    );
  }
}
