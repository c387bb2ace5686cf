import { expect, it } from 'vitest';
import { datasetOfFile } from './dataset-of-file';
import { DatasetName } from './row-choices';

it.each([
  ['orders.csv', 'main.orders'],
  ['Orders 2026-11.CSV.gz', 'main.Orders_2026_11'],
  ['sales.eu.parquet', 'main.sales_eu'],
  ['events.ndjson.zst', 'main.events'],
  ['Verkäufe.json', 'main.Verkäufe'],
  ['.csv', 'main.rows'],
  ['---.tsv', 'main.rows'],
  [`${'x'.repeat(300)}.csv`, `main.${'x'.repeat(100)}`],
])('names the dataset of %s', (file, dataset) => {
  expect(datasetOfFile(file)).toBe(dataset);
  expect(DatasetName.parse(dataset)).toBe(dataset);
});
