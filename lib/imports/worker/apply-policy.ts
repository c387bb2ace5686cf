import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { StagedFile, WorkerJob } from './protocol';
import type { StageDb } from './stage-db';

const FirstRow = z.object({
  file: z.string(),
  record: z.number(),
  line: z.number().nullable(),
  column_name: z.string().nullable(),
  code: z.string(),
  message: z.string(),
});

/**
 * Holds the rejects against what was agreed before the start.
 * @throws AppError `bad-records`: any reject with `stop`; with `keep`, more than either limit
 */
export async function applyPolicy(db: StageDb, job: WorkerJob, files: readonly StagedFile[]): Promise<void> {
  const rejected = files.reduce((sum, file) => sum + file.rejected, 0);
  if (rejected === 0) return;
  const read = files.reduce((sum, file) => sum + file.read, 0);
  const { onBadRecord, maxRejects, maxRejectPercent } = job.choices;
  const percent = (rejected / read) * 100;
  const reason =
    onBadRecord === 'stop'
      ? 'The import was to stop at the first bad record'
      : rejected > maxRejects
        ? `More than the agreed ${maxRejects} records are bad`
        : percent > maxRejectPercent
          ? `More than the agreed ${maxRejectPercent} % of the records are bad`
          : null;
  if (reason === null) return;

  const first = await db.one(
    FirstRow,
    `SELECT files.name AS file, record, line, column_name, code, message FROM stage.main.stage_rejects
     JOIN files ON files.ordinal = _file ORDER BY _file, record LIMIT 1`,
  );
  const place = `${first.file}, record ${first.record}${first.line === null ? '' : ` (line ${first.line})`}`;
  throw new AppError(
    'bad-records',
    `${place}: ${first.message} ${reason}; ${rejected} of ${read} records are bad. Nothing was imported.`,
    {
      extra: {
        rejected,
        read,
        file: first.file,
        record: first.record,
        line: first.line,
        column: first.column_name,
        reason: first.code,
      },
    },
  );
}
