import type { StageDb } from '../stage-db';
import type { LoadedRows } from './load-rows';

/** Stores what a person should know about a file of rows besides rejects: columns not used or missing, guesses that were not made. */
export async function noteRows(
  db: StageDb,
  { it, plan, sources, ignored, lacking }: LoadedRows,
): Promise<void> {
  const tell = (code: string, message: string) =>
    db.run('INSERT INTO stage.main.stage_notes VALUES ($ordinal, NULL, $code, $message)', {
      ordinal: it.file.ordinal,
      code,
      message,
    });
  if (ignored.length > 0)
    await tell(
      'EXTRA_COLUMNS',
      `${ignored.length === 1 ? 'This column is' : 'These columns are'} not used: ${ignored.join(', ')}.`,
    );
  if (lacking.length > 0)
    await tell(
      'MISSING_COLUMNS',
      `The file has no ${lacking.join(', ')}; ${lacking.length === 1 ? 'this column of the dataset stays' : 'these columns of the dataset stay'} blank.`,
    );
  for (const [at, column] of plan.columns.entries()) {
    const source = sources[at];
    if (source === null || source === undefined) continue;
    const own = it.columns[source.index];
    if (column.widenedFrom !== null)
      await tell(
        'COLUMN_WIDENED',
        `${column.name} was ${column.widenedFrom} and is ${column.type} now, so that all values fit.`,
      );
    const question = own?.guess.question;
    // A column that was text before needs no word.
    if (question && column.open && column.isNew && column.type === 'text')
      await tell('KEPT_AS_TEXT', `${column.name}: ${question.message}`);
  }
}
