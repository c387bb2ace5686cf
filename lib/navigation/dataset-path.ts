import type { Route } from 'next';

type DatasetView = {
  snapshot?: number | undefined;
  /** Left out: the rows. */
  tab?: 'columns' | 'loads' | 'rejects' | 'compare' | undefined;
  sort?: string | undefined;
  filter?: string | undefined;
  /** The snapshot that `snapshot` is compared with, and which rows of the comparison are shown. */
  from?: number | undefined;
  change?: string | undefined;
};

/** The address of a dataset: `/datasets/main.sales?snapshot=42&filter=UnitPrice > 2000`. Left out: the latest snapshot. */
export function datasetPath(name: string, view: DatasetView = {}): Route {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(view))
    if (value !== undefined && value !== '') query.set(key, String(value));
  const text = query.toString();
  return `/datasets/${encodeURIComponent(name)}${text === '' ? '' : `?${text}`}` as Route;
}

/** A dataset of the default schema is known by its name alone. */
export function shownDataset(name: string): string {
  return name.startsWith('main.') ? name.slice('main.'.length) : name;
}
