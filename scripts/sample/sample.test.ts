import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseHints } from '@/lib/lineage/hints/parse-hints';
import { findColumns } from './find-columns.mjs';
import { findDependencies, fullName } from './find-dependencies.mjs';
import { readObjects, readQueryLog } from './read-objects.mjs';
import { sampleExtract, writeExtract } from './write-extract.mjs';

const objects = readObjects();
const names = new Set(objects.map(fullName));
const dependencies = findDependencies(objects);

/** Name of an object → names it feeds, by declared dependencies and hints. */
const feeds = new Map<string, Set<string>>();
const feed = (from: string, to: string) => feeds.set(from, (feeds.get(from) ?? new Set()).add(to));
for (const { from, to } of dependencies) feed(fullName(to), fullName(from));
for (const object of objects) {
  for (const { direction, parts } of parseHints(object.sql).hints) {
    const [from, to] = [fullName(object), parts.join('.')];
    if (direction === 'output') feed(from, to);
    else feed(to, from);
  }
}

/** Fewest hops from one object to another, or undefined. */
function distance(from: string, to: string): number | undefined {
  const seen = new Map([[from, 0]]);
  for (const [name, hops] of seen) {
    if (name === to) return hops;
    for (const next of feeds.get(name) ?? []) if (!seen.has(next)) seen.set(next, hops + 1);
  }
  return undefined;
}

describe('the sample warehouse', () => {
  it('is as large and as mixed as a look around needs', () => {
    expect(objects.length).toBeGreaterThanOrEqual(75);
    expect([...new Set(objects.map(({ schema }) => schema))]).toEqual([
      'finance',
      'inventory',
      'mart',
      'sales',
      'staging',
    ]);
    expect(new Set(objects.map(({ type }) => type)).size).toBe(4);
    expect(names.size).toBe(objects.length);
    expect(readQueryLog().length).toBeGreaterThanOrEqual(10);
  });

  it('flows from the tills to the management page in at least five hops', () => {
    expect(distance('staging.pos_receipts', 'mart.v_executive_summary')).toBeGreaterThanOrEqual(5);
    expect(distance('mart.v_executive_summary', 'staging.pos_receipts')).toBeUndefined();
  });

  it('has a hub', () => {
    expect(feeds.get('inventory.products')?.size).toBeGreaterThanOrEqual(8);
  });

  it('has no object that nothing touches', () => {
    const touched = new Set([...feeds].flatMap(([from, to]) => [from, ...to]));
    expect([...names].filter((name) => !touched.has(name))).toEqual([]);
  });

  it('hints only at objects that exist', () => {
    for (const object of objects) {
      const { hints, problems } = parseHints(object.sql);
      expect(problems).toEqual([]);
      for (const { parts } of hints) expect([...names]).toContain(parts.join('.'));
    }
  });

  it('names the columns of every table and view', () => {
    const columns = findColumns(objects);
    for (const object of objects) {
      const own = columns.get(fullName(object))?.map(({ name }) => name) ?? [];
      const expected = object.type === 'Table' || object.type === 'View' ? 3 : 0;
      expect(own.length, fullName(object)).toBeGreaterThanOrEqual(expected);
      expect(own, fullName(object)).not.toContain(undefined);
      expect(new Set(own).size).toBe(own.length);
    }
    expect(columns.get('mart.v_executive_summary')).toContainEqual({
      name: 'margin_eur',
      type: 'decimal(16,2)',
      isNullable: true,
    });
  });

  it('declares what is read or called, never what is only written', () => {
    const read = (name: string) =>
      dependencies.filter(({ from }) => fullName(from) === name).map(({ to }) => fullName(to));
    expect(read('mart.load_fact_stock')).toEqual([
      'inventory.v_stock_on_hand',
      'mart.dim_date',
      'mart.dim_product',
    ]);
    expect(read('staging.load_pos_files')).toEqual(['staging.open_batch']);
  });
});

describe('the extract files in public/samples', () => {
  it('are exactly what npm run sample makes of the SQL', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'headwater-sample-'));
    await writeExtract(folder);
    const files = sampleExtract().map(({ file }) => `${file}.parquet`);
    expect((await readdir('public/samples')).sort()).toEqual([...files].sort());
    for (const file of files) {
      const [made, kept] = await Promise.all([
        readFile(join(folder, file)),
        readFile(`public/samples/${file}`),
      ]);
      expect(made.equals(kept), `${file} is out of date: run npm run sample`).toBe(true);
    }
    await rm(folder, { recursive: true });
  });
});
