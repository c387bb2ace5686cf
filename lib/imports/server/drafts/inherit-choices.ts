import 'server-only';
import { findDatasets } from '@/lib/datasets/server/find-datasets';
import { AppError } from '@/lib/errors/app-error';
import { read } from '@/lib/workspace/server/read';
import type { ChoicesChange } from '../../choices';
import { rejectsName } from '../../rejects-name';
import { type CsvChoice, type DatasetChoice, type FileChoice, RowMode } from '../../row-choices';
import { findRecord } from '../records/find-record';
import type { ImportRecord } from '../records/import-record';
import { choiceOf, choicesOf } from '../stage/job-rows';

type RecordFile = ImportRecord['files'][number];

/**
 * The choices of an import that brings the corrected rejects of another one: those of its parent, so that only the rejected records come
 * and nothing that is there ends. Files are known by the name they were downloaded under.
 * @throws AppError not-found; conflicting-state when the parent published nothing or rejected nothing
 */
export async function inheritChoices(number: number, names: readonly string[]): Promise<ChoicesChange> {
  const parent = assertParent(await findRecord(String(number)), number);
  const { choices, source } = parent;
  const { owner: _owner, dryRun: _dryRun, mode: _mode, formats: _formats, ...kept } = choices;
  const pairs = names.map((name) => fileOf(parent, name));
  const isExtract = pairs.some((file) => file !== undefined && file.role !== 'rows');
  const formats = pairs.flatMap((file, index): FileChoice[] =>
    file === undefined || file.role !== 'rows' || file.dataset === null
      ? []
      : [formatOf(choiceOf(choices.formats ?? [], file.name, ordinalOf(parent, file)), file, index + 1)],
  );
  return {
    ...kept,
    ...(isExtract && source !== null ? { source, mode: 'merge' as const } : {}),
    ...(formats.length === 0 ? {} : { formats, datasets: await datasetsOf(parent) }),
  };
}

/** @throws AppError not-found, conflicting-state */
export function assertParent(parent: ImportRecord | undefined, number: number): ImportRecord {
  if (parent === undefined) throw new AppError('not-found', `There is no import #${number}.`);
  const refuse = (why: string) =>
    new AppError('conflicting-state', `#${number} ${why}`, { extra: { parent: number } });
  if (parent.state !== 'succeeded' || parent.dryRun || parent.kind === 'rollback')
    throw refuse('published no rows of files. Correct its files and import all of them again.');
  if (parent.rolledBackBy !== null)
    throw refuse(
      `was rolled back by #${parent.rolledBackBy}. Correct its files and import all of them again.`,
    );
  if ((parent.receipt?.rejected ?? 0) === 0)
    throw refuse('rejected no record, so there is nothing to correct.');
  return parent;
}

const ordinalOf = (parent: ImportRecord, file: RecordFile) => parent.files.indexOf(file) + 1;

/** The file that the rejects are of: by name, else the only one that had some, else one of their only dataset. */
function fileOf({ files, receipt }: ImportRecord, name: string): RecordFile | undefined {
  const named = files.find((file) => rejectsName(file.name).toLowerCase() === name.toLowerCase());
  if (named !== undefined) return named;
  const bad = files.filter((_, index) => (receipt?.files[index]?.rejected ?? 0) > 0);
  return new Set(bad.map((file) => file.dataset)).size === 1 ? bad[0] : undefined;
}

/** A file of rejects is CSV in UTF-8 with one header line, whatever the file was that they are of; the marks in its cells stay. */
function formatOf(choice: FileChoice | undefined, file: RecordFile, ordinal: number): FileChoice {
  const csv: CsvChoice = {
    delimiter: file.delimiter ?? ',',
    ...{ quote: '"', escape: '"', header: true, headerLine: 1, skipRows: 0, headerRows: 1 },
    decimalMark: choice?.csv?.decimalMark ?? '.',
    thousands: choice?.csv?.thousands ?? '',
    nullTexts: choice?.csv?.nullTexts ?? [],
  };
  return {
    file: ordinal,
    kind: 'rows',
    ...(file.dataset === null ? {} : { dataset: file.dataset }),
    encoding: 'utf-8',
    csv,
    ...(choice?.columns === undefined ? {} : { columns: choice.columns }),
  };
}

async function datasetsOf(parent: ImportRecord): Promise<Record<string, DatasetChoice>> {
  const { choices } = parent;
  const names = [...new Set(parent.files.flatMap((file) => file.dataset ?? []))];
  const known = await read((db) => findDatasets(db, { names }));
  return Object.fromEntries(
    names.map((name) => {
      const own = choicesOf(name, choices);
      const key = known.find((it) => it.name === name)?.key ?? [];
      const mode = own.mode ?? RowMode.safeParse(choices.mode).data ?? 'append';
      return [name, { ...own, mode: modeOfChild(mode, key) }];
    }),
  );
}

/** The rejects alone never stand for all rows: what replaced a dataset updates it now, or is added where no key tells rows apart. */
function modeOfChild(mode: RowMode, key: readonly string[]): RowMode {
  if (mode !== 'replace') return mode;
  return key.length > 0 ? 'upsert' : 'append';
}
