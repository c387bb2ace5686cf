import { AppError } from '@/lib/errors/app-error';
import { loadParquet } from './load-parquet';
import type { LoadedFile, RecognisedFile } from './raw-file';
import type { StageDb } from './stage-db';

/** Brings the records of one file into the worker's memory. */
export async function loadFile(db: StageDb, file: RecognisedFile): Promise<LoadedFile> {
  if (file.format === 'parquet') return loadParquet(db, file);
  throw new AppError('unrecognised-file', `${file.file.name}: CSV is not read yet.`);
}
