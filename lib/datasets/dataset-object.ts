import { objectId } from '@/lib/lineage/object-id';

export type CatalogName = { database: string; schema: string; name: string };

/** The name of a dataset as an object of the catalog. */
export function datasetObject(dataset: string): CatalogName {
  const dot = dataset.indexOf('.');
  return { database: 'datasets', schema: dataset.slice(0, dot), name: dataset.slice(dot + 1) };
}

/** The name of a file that feeds a dataset, beside it in the same schema. */
export function fileObject(dataset: string, fileName: string): CatalogName {
  return { database: 'files', schema: datasetObject(dataset).schema, name: fileName };
}

/** The id of such an object. */
export function idOf({ database, schema, name }: CatalogName): string {
  return objectId(database, schema, name);
}
