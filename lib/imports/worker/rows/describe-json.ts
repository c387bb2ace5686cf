import { AppError } from '@/lib/errors/app-error';
import type { JsonPlace } from '@/lib/formats/json/json-scanner';
import { PLAIN_CELLS } from '@/lib/formats/rows/cell-format';
import { convertJson, type ShiftKeeper } from './convert-json';
import type { TextRowFile } from './row-file';

/** How the records of JSON are written anew for the engine. */
const WRITTEN = { delimiter: ',', quote: '"', bom: false, headerRecords: 0 } as const;

/**
 * The columns of a file of JSON records, all of which are looked at.
 * @throws AppError `unrecognised-file` when there is no record or the columns are not the confirmed ones, and what `convertJson` throws
 */
export async function describeJson(
  base: Pick<TextRowFile, 'file' | 'dataset' | 'choice' | 'compression' | 'encoding' | 'path'>,
  kind: JsonPlace,
  target: string,
  keeper: ShiftKeeper,
): Promise<TextRowFile> {
  const { file, path } = base;
  const converted = await convertJson(file, path, kind, target, keeper);
  const columns = converted.columns.map(({ name, guess }) => ({ name, engine: null, guess }));
  if (columns.length === 0)
    throw new AppError('unrecognised-file', `${file.name} has no JSON object with a name in it.`, {
      extra: { file: file.name, question: 'columns', line: 1 },
    });
  return {
    ...base,
    format: kind === 'lines' ? 'ndjson' : 'json',
    dialect: WRITTEN,
    cells: PLAIN_CELLS,
    columns,
    json: { kind, path: target, converted },
  };
}
