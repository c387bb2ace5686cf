import { expect, it } from 'vitest';
import { objectId } from '@/lib/lineage/object-id';
import { extractModel } from '@/lib/lineage/sql/model/extract-model';
import { readDefinition } from '@/lib/lineage/sql/read-definition';
import type { SqlObject } from '@/lib/lineage/sql/sql-object';
import { lineageRows } from './evidence-rows';

const TEXT = `CREATE PROCEDURE dbo.load AS
DECLARE @top money;
SELECT @top = max(amount) FROM dbo.orders;
SELECT id, amount INTO #big FROM dbo.orders WHERE amount = @top;
INSERT INTO dbo.facts (id) SELECT b.id FROM #big AS b JOIN archive.dbo.old AS o ON o.id = b.id;
DELETE FROM dbo.nowhere;`;

const table = (name: string, columns: string[]) => ({
  ...{ database: 'shop', schema: 'dbo', name, type: 'table', columns },
});

function rowsOf(text: string) {
  const object: SqlObject = {
    ...{ database: 'shop', schema: 'dbo', name: 'load', type: 'procedure', dialect: 'tsql' },
    ...{ text, origin: 'load', offset: 0 },
  };
  const definition = {
    object,
    body: readDefinition(object),
    id: objectId('shop', 'dbo', 'load'),
    file: 2,
    record: 7,
  };
  const catalog = { objects: [table('orders', ['id', 'amount']), table('facts', ['id'])] };
  const [facts] = extractModel([definition], catalog, 'tsql');
  if (facts === undefined) throw new Error('There are facts of every definition.');
  return lineageRows(definition, facts, 'shop');
}

const NAMES = new Map(
  [
    ...['load', 'orders', 'facts', 'nowhere'].map((name) => [objectId('shop', 'dbo', name), name] as const),
    [objectId('archive', 'dbo', 'old'), 'archive.old'] as const,
  ].map(([id, name]) => [id, name]),
);
const named = (cell: unknown) => NAMES.get(String(cell)) ?? cell;

it('says where data flows, from the read to the written, at the line of each statement', () => {
  const { edges } = rowsOf(TEXT);
  expect(edges.map(([, from, to, kind, line]) => [named(from), named(to), kind, line])).toEqual([
    ['orders', 'load', 'reads', 3],
    ['orders', 'load', 'reads', 4],
    ['archive.old', 'load', 'reads', 5],
    ['load', 'facts', 'writes', 5],
    ['load', 'nowhere', 'deletes', 6],
  ]);
  expect(edges.every((row) => row.at(-2) === 2 && row.at(-1) === 7)).toBe(true);
});

it('keeps temporary tables and variables as columns of the object that uses them', () => {
  const { columnEdges } = rowsOf(TEXT);
  const ways = columnEdges.map(([, from, column, to, target, kind]) => [
    `${named(from)}.${column}`,
    `${named(to)}.${target}`,
    kind,
  ]);
  expect(ways).toContainEqual(['orders.amount', 'load.@top', 'aggregate']);
  expect(ways).toContainEqual(['orders.id', 'load.#big.id', 'direct']);
  expect(ways).toContainEqual(['load.#big.id', 'facts.id', 'direct']);
  expect(ways).toContainEqual(['archive.old.id', 'facts.', 'join']);
});

it('names objects that only the definition knows, and what is in doubt', () => {
  const { named: found, diagnostics, coverage } = rowsOf(TEXT);
  expect(found.map(({ database, name, type }) => [database, name, type])).toEqual([
    ['shop', 'orders', 'table'],
    ['archive', 'old', 'external'],
    ['shop', 'facts', 'table'],
    ['shop', 'nowhere', 'unresolved'],
  ]);
  expect(diagnostics.map(([, code, severity, , line]) => [code, severity, line])).toEqual([
    ['unresolved-name', 'warning', 6],
  ]);
  // Statements parsed, repaired, scanned, dynamic; names unresolved, ambiguous; disagreements; file and record.
  expect(coverage.slice(5)).toEqual([1, 0, 0, 2, 7]);
});

it('names tables that the definition makes, so that no edge leads to nobody', () => {
  const { named: found } = rowsOf('CREATE PROCEDURE dbo.load AS SELECT id INTO dbo.fresh FROM dbo.orders');
  expect(found.map(({ name, type }) => [name, type])).toEqual([
    ['orders', 'table'],
    ['fresh', 'table'],
  ]);
});
