import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SAMPLES = 'public/samples';

/** The files of the sample warehouse as `{ name, buffer }`. */
export async function sampleFiles() {
  const names = (await readdir(SAMPLES)).filter((name) => name.endsWith('.parquet')).sort();
  return Promise.all(names.map(async (name) => ({ name, buffer: await readFile(join(SAMPLES, name)) })));
}

/** An extract in CSV with a few bad records; `objects` tells how long it keeps the check busy. */
export function csvExtract(objects) {
  const rows = (head, row) => [head, ...Array.from({ length: objects }, (_, i) => row(i))].join('\n');
  const bad = (i) => i % 250 === 249 && i < 5000;
  const texts = {
    'crm_objects.csv': rows(
      'object_id,schema_name,object_name,object_type',
      (i) =>
        `${i},crm,${bad(i) ? '' : i % 2 === 0 ? `Visit${i}` : `vVisit${i}`},${i % 2 === 0 ? 'USER_TABLE' : 'VIEW'}`,
    ),
    'crm_definitions.csv': rows('object_id,definition', (i) =>
      i % 2 === 0 ? `${i},` : `${i},"CREATE VIEW crm.vVisit${i} AS SELECT Id, Day FROM crm.Visit${i - 1}"`,
    ),
    'crm_dependencies.csv': rows(
      'referencing_object_id,referenced_object_id,referenced_schema_name,referenced_entity_name',
      (i) => `${i - (i % 2) + 1},${bad(i) ? 90_000_000 + i : i - (i % 2)},crm,Visit${i - (i % 2)}`,
    ),
  };
  return Object.entries(texts).map(([name, text]) => ({ name, buffer: Buffer.from(text) }));
}

/** How the rows of `orderRows` are read. */
export const ORDERS = {
  formats: JSON.stringify([
    {
      file: 1,
      kind: 'rows',
      dataset: 'orders',
      columns: [
        { name: 'order_id', as: 'order_id', type: 'bigint' },
        { name: 'ordered_on', as: 'ordered_on', type: 'date' },
        { name: 'product_code', as: 'product_code', type: 'text' },
        { name: 'quantity', as: 'quantity', type: 'integer' },
        { name: 'unit_price', as: 'unit_price', type: 'decimal(10,2)' },
        { name: 'region', as: 'region', type: 'text' },
      ],
    },
  ]),
  datasets: JSON.stringify({ orders: { mode: 'upsert', key: ['order_id'] } }),
};

/** Orders as rows with a key, a few of them bad; those of the second month change some of the first. */
export function orderRows(month) {
  const first = month === 1 ? 0 : 1500;
  const lines = Array.from({ length: 2000 }, (_, nth) => first + nth).map((i) => {
    const price = i % 97 === 5 ? 'n/a' : (((i * 37) % 5000) / 100 + (i % 3 === 0 ? month : 0)).toFixed(2);
    const day = i % 400 === 9 ? '2024-02-31' : `2024-0${1 + (i % 6)}-${10 + (i % 18)}`;
    const region = ['Northwest', 'Southeast', 'Canada', ''][i % 4];
    return [43659 + i, day, `00${700 + (i % 60)}`, 1 + (i % 9), price, region].join(',');
  });
  const text = ['order_id,ordered_on,product_code,quantity,unit_price,region', ...lines].join('\n');
  return [{ name: `orders_2024_0${month}.csv`, buffer: Buffer.from(text) }];
}

/** Shipments: days that can be read in two ways, codes that begin with 0, long card numbers, and a few bad rows. */
export function shipmentRows() {
  const lines = Array.from({ length: 900 }, (_, i) => {
    const weight = i % 90 === 60 ? 'heavy' : (((i * 7) % 300) / 10).toFixed(1);
    const day = `0${1 + (i % 9)}/0${1 + (i % 7)}/2024`;
    return [10_250 + i, day, `00${410 + (i % 60)}`, `47011${String(20_000_000_000 + i * 37)}`, weight].join(
      ',',
    );
  });
  const text = ['shipment_id,shipped_on,carrier_code,card_number,weight', ...lines].join('\n');
  return [{ name: 'shipments_2024_q1.csv', buffer: Buffer.from(text) }];
}

/**
 * Imports files in one call.
 * @param {{ name: string, buffer: Buffer }[]} files
 * @returns the finished import
 */
export async function importFiles(url, files, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const { name, buffer } of files) form.append('files', new Blob([buffer]), name);
  const headers = { Prefer: 'wait=60' };
  const response = await fetch(`${url}/api/imports`, { method: 'POST', body: form, headers });
  return response.json();
}
