import { fileOfPlace, recordOfPlace } from './places';
import type { LoadedFile } from './raw-file';
import type { StageDb } from './stage-db';

/** Stores what a person should know about the files besides rejects. */
export async function stageNotes(db: StageDb, files: readonly LoadedFile[]): Promise<void> {
  for (const { file, detection } of files) {
    const { extra } = detection;
    if (extra.length === 0) continue;
    const message = `${extra.length === 1 ? 'This column is' : 'These columns are'} not used: ${extra.join(', ')}.`;
    await db.run("INSERT INTO stage.main.stage_notes VALUES ($ordinal, NULL, 'EXTRA_COLUMNS', $message)", {
      ordinal: file.ordinal,
      message,
    });
  }
  await db.run(
    `INSERT INTO stage.main.stage_notes
     SELECT ${fileOfPlace('_place')}, ${recordOfPlace('_place')}, code, message FROM notes ORDER BY _place`,
  );
}
