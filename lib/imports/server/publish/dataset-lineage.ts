import 'server-only';
import { z } from 'zod';
import type { Dataset } from '@/lib/datasets/dataset';
import { type CatalogName, datasetObject, fileObject, idOf } from '@/lib/datasets/dataset-object';
import { DATASETS_SOURCE } from '@/lib/datasets/datasets-source';
import { currentRows } from '@/lib/workspace/data-table';
import { inlineRows } from '@/lib/workspace/inline-rows';
import { applyVersions } from '@/lib/workspace/server/apply-versions';
import type { Reader, Writer } from '@/lib/workspace/server/reader';
import { columns, evidence, objects } from '@/lib/workspace/tables';
import { current, rowColumns } from '@/lib/workspace/versions';
import { fileNames } from '../records/file-names';
import type { ImportRecord } from '../records/import-record';

const Feed = z.object({ import: z.string(), file: z.int(), record: z.int() });
/** A file of an import whose rows are in a dataset, with its first record there. */
export type Feed = z.infer<typeof Feed>;

type By = { snapshot: number; importId: string };

/**
 * Shows datasets in the lineage as they are from this snapshot on: each is an object with its columns, fed by the files
 * whose rows it holds. `run` is the import that is being published; `feedsOf` tells the files whose rows are in a dataset then.
 */
export async function writeDatasetLineage(
  db: Writer,
  datasets: readonly Dataset[],
  run: ImportRecord,
  by: By,
  feedsOf: (dataset: Dataset) => Promise<Feed[]> = (dataset) => storedFeeds(db, dataset),
): Promise<void> {
  if (datasets.length === 0) return;
  const fed: FedDataset[] = [];
  for (const dataset of datasets) {
    const feeds = await feedsOf(dataset);
    fed.push({
      dataset,
      id: idOf(datasetObject(dataset.name)),
      feeds: feeds.map((feed) => ({ ...feed, name: '' })),
    });
  }
  const all = fed.flatMap((one) => one.feeds);
  const names = await fileNames(db, all, run);
  all.forEach((feed, index) => {
    feed.name = names[index] ?? '';
  });
  await writeObjects(db, fed, by);
  await writeColumns(db, fed, by);
  await writeEdges(db, fed, by);
  await endUnusedFiles(db, by.snapshot);
}

/** Takes a dataset that is no more out of the lineage. */
export async function endDatasetLineage(db: Writer, id: string, snapshot: number): Promise<void> {
  for (const [table, column] of [
    [objects, 'object'],
    [columns, 'object'],
    [evidence, 'to_object'],
  ] as const) {
    await db.run(
      `UPDATE ${table.name} SET _to = $snapshot WHERE _to IS NULL AND source = $source AND ${column} = $id`,
      { snapshot, source: DATASETS_SOURCE, id },
    );
  }
  await endUnusedFiles(db, snapshot);
}

/** The files whose rows are in the dataset now, each with its first record there. */
function storedFeeds(db: Reader, { table }: Dataset): Promise<Feed[]> {
  return db.all(
    Feed,
    `SELECT _import AS import, _file AS file, min(_record) AS record FROM ${currentRows(table)} AS r
     GROUP BY _import, _file ORDER BY min(_from) DESC, _file`,
  );
}

type NamedFeed = Feed & { name: string };
type FedDataset = { dataset: Dataset; id: string; feeds: NamedFeed[] };

async function writeObjects(db: Writer, fed: readonly FedDataset[], by: By): Promise<void> {
  const rows = new Map<string, ReturnType<typeof objectRow>>();
  for (const { dataset, feeds } of fed) {
    const own = objectRow(datasetObject(dataset.name), 'dataset', feeds[0]?.file ?? 1);
    rows.set(own.object, own);
    for (const { name, file } of feeds) {
      const row = objectRow(fileObject(dataset.name, name), 'file', file);
      rows.set(row.object, row);
    }
  }
  await applyVersions(db, {
    table: objects,
    stage: inlineRows(objects, [...rows.values()]),
    scope: null,
    ...by,
  });
}

function objectRow(object: CatalogName, type: 'dataset' | 'file', file: number) {
  return {
    source: DATASETS_SOURCE,
    object: idOf(object),
    native_id: `${object.schema}.${object.name}`,
    database_name: object.database,
    schema_name: object.schema,
    object_name: object.name,
    object_type: type,
    native_type: type,
    _file: file,
    _record: 0,
  };
}

async function writeColumns(db: Writer, fed: readonly FedDataset[], by: By): Promise<void> {
  const rows = fed.flatMap(({ dataset, id }) =>
    dataset.columns.map(({ name, type }, index) => ({
      source: DATASETS_SOURCE,
      object: id,
      column_name: name,
      ordinal: index + 1,
      data_type: type,
      nullable: !dataset.key.includes(name),
      _file: 1,
      _record: 0,
    })),
  );
  await applyVersions(db, {
    table: columns,
    stage: inlineRows(columns, rows),
    scope: {
      sql: 'source = $source AND object = ANY($objects)',
      params: { source: DATASETS_SOURCE, objects: fed.map((one) => one.id) },
    },
    ...by,
  });
}

/** One proof for each file name, kept as long as the import that gave it still has rows there. */
async function writeEdges(db: Writer, fed: readonly FedDataset[], by: By): Promise<void> {
  const edges = fed.flatMap(({ dataset, id, feeds }) =>
    feeds.map((feed) => ({
      source: DATASETS_SOURCE,
      object: id,
      from_object: idOf(fileObject(dataset.name, feed.name)),
      to_object: id,
      kind: 'writes',
      method: 'declared',
      confidence: 1,
      _import: feed.import,
      _file: feed.file,
      _record: feed.record,
    })),
  );
  const given = inlineRows(evidence, edges, { _import: 'VARCHAR', _file: 'INTEGER', _record: 'BIGINT' });
  const params = { ...given.params, snapshot: by.snapshot };
  await db.run(
    `UPDATE ${evidence.name} AS t SET _to = $snapshot
     WHERE t._to IS NULL AND t.source = $source AND t.to_object = ANY($objects)
       AND (t.to_object, t.from_object, t._import, t._file) NOT IN (
         SELECT (g.to_object, g.from_object, g._import, g._file) FROM ${given.sql} AS g)`,
    { ...params, source: DATASETS_SOURCE, objects: fed.map((one) => one.id) },
  );
  const own = Object.keys(evidence.columns).map((name) => `g.${name}`);
  await db.run(
    `INSERT INTO ${evidence.name} (${rowColumns(evidence)})
     SELECT ${own.join(', ')}, $snapshot, NULL, g._import, g._file, g._record
     FROM (SELECT * FROM ${given.sql} QUALIFY row_number() OVER (PARTITION BY to_object, from_object ORDER BY _import, _file) = 1) AS g
     ANTI JOIN ${current(evidence)} AS t ON t.source = g.source AND t.to_object = g.to_object AND t.from_object = g.from_object`,
    params,
  );
}

async function endUnusedFiles(db: Writer, snapshot: number): Promise<void> {
  await db.run(
    `UPDATE ${objects.name} SET _to = $snapshot
     WHERE _to IS NULL AND source = $source AND object_type = 'file' AND object NOT IN (
       SELECT from_object FROM ${current(evidence)} AS e WHERE e.source = $source)`,
    { snapshot, source: DATASETS_SOURCE },
  );
}
