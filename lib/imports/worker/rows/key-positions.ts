import type { DatasetPlan } from './plan-datasets';

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The position in the dataset of each column of its key. */
export const keyPositions = ({ dataset, columns }: DatasetPlan): number[] =>
  dataset.key.map((name) => columns.findIndex((column) => same(column.name, name)));
