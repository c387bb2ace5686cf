import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { NO_DELIMITER } from '@/lib/formats/csv/dialect';
import { quoteName } from '@/lib/workspace/quote';
import type { StagedFile } from '../protocol';
import type { LoadedFile } from '../raw-file';
import type { StageDb } from '../stage-db';
import { countOutcomes } from '../stage-rejects';
import { ROLE_TABLES } from '../stage-tables';

const StagedRow = z.object({ n: z.number() });

/**
 * How the records of each file ended, counted from the stage itself.
 * @throws AppError `unbalanced-receipt` when they do not add up to the independent count
 */
export async function countStaged(db: StageDb, loaded: readonly LoadedFile[]): Promise<StagedFile[]> {
  const outcomes = new Map((await countOutcomes(db)).map((it) => [it.file, it]));
  const files: StagedFile[] = [];
  for (const { file, format, role, header, read, ...rest } of loaded) {
    const { n: staged } = await db.one(
      StagedRow,
      `SELECT count(*) AS n FROM ${quoteName('stage', 'main', ROLE_TABLES[role])}
       WHERE _file = $ordinal ${role === 'dependencies' ? "AND method = 'declared'" : ''}`,
      { ordinal: file.ordinal },
    );
    const { rejected = 0, duplicates = 0, skipped = 0 } = outcomes.get(file.ordinal) ?? {};
    if (staged + duplicates + rejected + skipped !== read)
      throw new AppError(
        'unbalanced-receipt',
        `${file.name}: ${read} records were counted, but ${staged} staged, ${duplicates} repeated, ${rejected} rejected ` +
          `and ${skipped} skipped make ${staged + duplicates + rejected + skipped}. Nothing was imported.`,
        { extra: { file: file.name, counted: read, staged, duplicates, rejected, skipped } },
      );
    const delimiter =
      'dialect' in rest && rest.dialect.delimiter !== NO_DELIMITER ? rest.dialect.delimiter : null;
    const columns = [...header];
    files.push({
      ordinal: file.ordinal,
      format,
      role,
      ...{ dataset: null, compression: null, encoding: null, rowBytes: null },
      columns,
      delimiter,
      read,
      staged,
      duplicates,
      rejected,
      skipped,
    });
  }
  return files;
}
