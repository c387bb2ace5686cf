import 'server-only';
import type { Writer } from '@/lib/workspace/server/reader';

/** Copies the rejects of the attached stage, as far as they have details, and the counts of all of them by group. */
export async function storeRejects(db: Writer, importId: string): Promise<void> {
  await db.run(
    `INSERT INTO rejects
     SELECT $import, _file, record, line, byte_offset, column_name, code, message, raw, reasons
     FROM stage.main.stage_rejects`,
    { import: importId },
  );
  await db.run(
    `INSERT INTO reject_groups
     SELECT $import, _file, column_name, code, message, records, example FROM stage.main.stage_reject_groups`,
    { import: importId },
  );
}
