import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { NO_DELIMITER } from '@/lib/formats/csv/dialect';
import { placeOf } from '../places';
import type { StagedFile } from '../protocol';
import { readParquetRecords, readTextRecords } from '../read-records';
import type { StageDb } from '../stage-db';
import { stageRejects } from '../stage-rejects';
import { keyPositions } from './key-positions';
import type { LoadedRows } from './load-rows';
import { locateJson } from './locate-json';
import { noteRows } from './note-rows';
import type { DatasetPlan } from './plan-datasets';
import type { RowFile } from './row-file';
import { reasonsIn } from './select-records';
import { stageDataset } from './stage-dataset';

/** Settles which records of the files count, stores the rejected ones, and counts how each file ended. @throws AppError `unbalanced-receipt` */
export async function checkRows(
  db: StageDb,
  plans: readonly DatasetPlan[],
  loaded: readonly LoadedRows[],
): Promise<StagedFile[]> {
  for (const { it } of loaded) {
    const { ordinal } = it.file;
    await db.run(
      `INSERT INTO reasons SELECT ${placeOf(ordinal, '_record')}, r.rank, r.col, r.code, r.message
       FROM (SELECT _record, ${reasonsIn('_why')} AS r FROM stage.main.records_${ordinal} WHERE _why IS NOT NULL)`,
    );
    await stageRejects(db, ordinal, (records, mostBytes) => locate(db, it, records, mostBytes));
  }
  for (const plan of plans) await stageDataset(db, plan);
  const files: StagedFile[] = [];
  for (const file of loaded) {
    await noteRows(db, file);
    files.push(await countFile(db, file));
  }
  return files;
}

async function locate(db: StageDb, it: RowFile, records: readonly number[], mostBytes: number) {
  if (it.format === 'parquet') {
    const names = it.columns.map((column) => column.name);
    return readParquetRecords(db, it.path, names, records, mostBytes);
  }
  const found =
    it.json === null
      ? await readTextRecords(it.path, it.dialect, records, mostBytes)
      : await locateJson(it.path, it.json.kind, records, mostBytes);
  if (it.encoding === 'utf-8') return found;
  // Bytes of the transcoded text are not those of the file.
  return new Map([...found].map(([record, place]) => [record, { ...place, byteOffset: null }]));
}

const Count = z.object({ n: z.number() });

async function countFile(db: StageDb, { it, plan, read, rowBytes }: LoadedRows): Promise<StagedFile> {
  const { ordinal } = it.file;
  const count = async (sql: string) => (await db.one(Count, `SELECT count(*) AS n FROM ${sql}`)).n;
  const { n: rejected } = await db.one(
    Count,
    `SELECT count(DISTINCT _place) AS n FROM reasons WHERE _place BETWEEN ${placeOf(ordinal, '0')} AND ${placeOf(ordinal + 1, '0')}`,
  );
  const staged = await count(`stage.main.rows_${plan.k} WHERE _file = ${ordinal}`);
  const keyed = keyPositions(plan).map((at) => `c${at} IS NULL`);
  const skipped =
    keyed.length === 0
      ? 0
      : await count(`stage.main.records_${ordinal} WHERE _why IS NULL AND (${keyed.join(' OR ')})`);
  const losers = await count(
    `duckdb_tables() WHERE database_name = 'stage' AND table_name = 'dropped_${ordinal}'`,
  );
  const duplicates = losers === 0 ? 0 : await count(`stage.main.dropped_${ordinal}`);
  if (staged + duplicates + rejected + skipped !== read)
    throw new AppError(
      'unbalanced-receipt',
      `${it.file.name}: ${read} records were counted, but ${staged} staged, ${duplicates} repeated, ${rejected} rejected ` +
        `and ${skipped} skipped make ${staged + duplicates + rejected + skipped}. Nothing was imported.`,
      { extra: { file: it.file.name, counted: read, staged, duplicates, rejected, skipped } },
    );
  const isText = it.format !== 'parquet';
  const isCsv = it.format === 'csv';
  return {
    ordinal,
    format: it.format,
    role: 'rows',
    dataset: it.dataset,
    compression: it.compression,
    encoding: isText ? it.encoding : null,
    columns: it.columns.map((column) => column.name),
    delimiter: isCsv && it.dialect.delimiter !== NO_DELIMITER ? it.dialect.delimiter : null,
    rowBytes,
    read,
    staged,
    duplicates,
    rejected,
    skipped,
  };
}
