import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { SqlDialect } from '../dialect';
import { sqlDialects } from '../dialect';
import { extractModel } from '../model/extract-model';
import type { ObjectFacts } from '../model/object-facts';
import { readDefinition } from '../read-definition';
import { readScript } from '../read-script';
import type { Range } from '../span';

type Tables = { readonly [name: string]: readonly string[] };

function read(sql: string, dialect: SqlDialect, tables: Tables = {}) {
  const objects = readScript(sql, dialect, 'input.sql');
  const definitions = objects.map((object) => ({ object, body: readDefinition(object) }));
  const known = Object.entries(tables).map(([text, columns]) => {
    const [name = '', of] = text.split(' -> ');
    const [last = '', schema = null, database = null] = name.split('.').reverse();
    const given = { database, schema, name: last, type: of === undefined ? 'table' : 'synonym' };
    return {
      ...given,
      columns: columns.length > 0 ? columns : null,
      ...(of ? { synonymOf: of.split('.') } : {}),
    };
  });
  const facts = extractModel(definitions, { objects: known }, dialect);
  return objects.map((object, at) => ({ text: object.text, facts: facts[at] as ObjectFacts }));
}

/** `reads dbo.t: dbo.t AS x` of every edge, and `a.b -> c.d: x.b | dbo.t AS x` of every column edge. */
function words(sql: string, dialect: SqlDialect, tables: Tables = {}): string[] {
  return read(sql, dialect, tables).flatMap(({ text, facts }) => {
    const cut = ({ start, end }: Range) => text.slice(start, end);
    return facts.statements.flatMap(({ edges, columnEdges }) => [
      ...edges.map(({ access, relation, at }) => `${access} ${relation.name}: ${at ? cut(at) : '?'}`),
      ...columnEdges.map(
        ({ from, to, at }) => `${from.column} > ${to.column}: ${(at ?? []).map(cut).join(' | ')}`,
      ),
    ]);
  });
}

const TABLES = { 'dbo.t': ['a', 'b', 'id'], 'dbo.u': ['c', 'id'], 'dbo.s -> dbo.t': [] };

describe('the words that prove an edge', () => {
  test.each<[string, string, string[]]>([
    [
      'a column and its entry of FROM',
      'INSERT INTO [dbo].u (c) SELECT x.[a] + 1 FROM dbo.[t] AS x',
      ['reads t: dbo.[t] AS x', 'writes u: [dbo].u', 'a > c: x.[a] | dbo.[t] AS x'],
    ],
    [
      'two entries of one table',
      'INSERT INTO dbo.u (c) SELECT z.b FROM dbo.t x JOIN dbo.t z ON z.id = 1',
      ['reads t: dbo.t x', 'writes u: dbo.u', 'b > c: z.b | dbo.t z', 'id > null: z.id | dbo.t z'],
    ],
    [
      'through a CTE the words next to the table',
      'WITH q AS (SELECT a AS k FROM dbo.t) INSERT dbo.u (c) SELECT q.k FROM q',
      ['reads t: dbo.t', 'writes u: dbo.u', 'a > c: a | dbo.t'],
    ],
    [
      'of a star the entry alone, or the name outside',
      'INSERT INTO dbo.u (c, id) SELECT d.a, d.b FROM (SELECT * FROM dbo.t t1) d',
      ['reads t: dbo.t t1', 'writes u: dbo.u', 'a > c: d.a | dbo.t t1', 'b > id: d.b | dbo.t t1'],
    ],
    [
      'an UPDATE through its alias',
      'UPDATE x SET a = y.c FROM dbo.t x JOIN dbo.u AS y ON y.id = x.id',
      [
        ...['reads u: dbo.u AS y', 'writes t: dbo.t x', 'c > a: y.c | dbo.u AS y'],
        ...['id > null: y.id | dbo.u AS y', 'id > null: x.id | dbo.t x'],
      ],
    ],
    [
      'DELETE and TRUNCATE',
      'DELETE FROM dbo.t; TRUNCATE TABLE dbo.[u]',
      ['deletes t: dbo.t', 'truncates u: dbo.[u]'],
    ],
    ['a call', 'EXEC @r = dbo.p 1', ['calls p: dbo.p']],
    [
      'a hint is no part of the words',
      'SELECT a INTO dbo.n FROM dbo.t (NOLOCK)',
      ['reads t: dbo.t', 'writes n: dbo.n', 'a > a: a | dbo.t'],
    ],
    [
      'words after a rewrite',
      'INSERT dbo.u (c) SELECT TOP 3 settings.a FROM dbo.t settings',
      ['reads t: dbo.t settings', 'writes u: dbo.u', 'a > c: settings.a | dbo.t settings'],
    ],
    [
      'an emoji before',
      "INSERT dbo.u (c) SELECT '😀' + x.a FROM dbo.t x",
      ['reads t: dbo.t x', 'writes u: dbo.u', 'a > c: x.a | dbo.t x'],
    ],
    [
      'of text made at run time nothing',
      "EXEC ('INSERT INTO dbo.u (c) SELECT a FROM dbo.t')",
      ['reads t: ?', 'writes u: ?', 'a > c: '],
    ],
    [
      'of a statement that only the scanner read its names',
      'INSERT INTO dbo.u SELECT FROM WHERE dbo.t',
      ['writes u: dbo.u'],
    ],
    [
      'a synonym where it is written',
      'INSERT INTO dbo.u (c) SELECT a FROM dbo.s',
      ['reads t: dbo.s', 'writes u: dbo.u', 'a > c: a | dbo.s'],
    ],
    [
      'MERGE',
      'MERGE dbo.t AS x USING dbo.u AS y ON y.id = x.id WHEN MATCHED THEN UPDATE SET a = y.c WHEN NOT MATCHED BY SOURCE THEN DELETE;',
      [
        ...[
          'reads u: dbo.u AS y',
          'writes t: dbo.t AS x',
          'deletes t: dbo.t AS x',
          'c > a: y.c | dbo.u AS y',
        ],
        ...['id > null: y.id | dbo.u AS y', 'id > null: x.id | dbo.t AS x'],
      ],
    ],
  ])('%s', (_what, sql, expected) => {
    expect(words(sql, 'tsql', TABLES).sort()).toEqual([...expected].sort());
  });
});

const folder = join(import.meta.dirname, 'cases');
const dialectOf = (name: string) => sqlDialects.find((dialect) => name.startsWith(`${dialect}-`)) ?? 'tsql';

test('in every golden case the words name what they prove; only those of files, of other text and of OLD and NEW are not known', () => {
  let [known, all] = [0, 0];
  const wrong: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    const file = (path: string) => readFileSync(join(folder, name, path), 'utf8');
    const hasTables = existsSync(join(folder, name, 'catalog.json'));
    const tables = hasTables
      ? z.record(z.string(), z.array(z.string())).parse(JSON.parse(file('catalog.json')))
      : {};
    for (const { text, facts } of read(file('input.sql'), dialectOf(name), tables)) {
      for (const { outcome, edges, range } of facts.statements) {
        if (outcome === 'dynamic') continue;
        for (const { relation, at } of edges) {
          all += 1;
          if (at === undefined) continue;
          known += 1;
          const written = text.slice(at.start, at.end).toLowerCase().replace(/]]/g, ']');
          // Synonyms and rows of a trigger have other names; several INSERTs of Spark share the FROM before them.
          const isNamed = written.includes(relation.name.toLowerCase()) || /synonym|^trigger/.test(name);
          const isInside = range.start <= at.start && at.end <= range.end;
          if (!isNamed || (!isInside && dialectOf(name) !== 'databricks'))
            wrong.push(`${name}: ${relation.name} at ${written}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(known / all).toBeGreaterThan(0.94);
});
