import type { SqlDialect } from '../dialect';
import type { Name } from '../ir/ir';
import type { CatalogObject } from './catalog';
import type { CatalogIndex } from './catalog-index';
import { defaultSchema, isSystemName } from './dialect-names';
import type { Relation } from './relation';

/** Where a definition stands: names that say less are completed from here. */
export type Home = {
  readonly database: string | null;
  readonly schema: string | null;
  readonly dialect: SqlDialect;
  /** What a script calls its own database; `database`: what it is here. */
  readonly own?: { readonly name: string; readonly database: string | null };
};

type Wanted = { server: string | null; database: string | null; schema: string | null; name: string };

/**
 * The relation a name stands for, seen from `home`: its own schema first, then the default one; synonyms lead to what they
 * stand for; names of three and four parts lead outside unless the catalogue knows them.
 */
export function resolveRelation(name: Name, home: Home, catalog: CatalogIndex): Relation {
  return resolve(name, home, catalog, 0);
}

function resolve(name: Name, home: Home, catalog: CatalogIndex, depth: number): Relation {
  const wanted = wantedName(name, home);
  const complete = { ...wanted, schema: wanted.schema ?? defaultSchema(home.dialect) };
  if (wanted.server !== null) return relationOf(complete, 'external', null);
  const found = lookUp(wanted, home, catalog, name.quoted);
  if (found?.synonymOf !== undefined && depth < 8) {
    const from = { ...home, database: found.database ?? home.database, schema: found.schema ?? home.schema };
    return resolve({ parts: found.synonymOf }, from, catalog, depth + 1);
  }
  if (found !== null) {
    const database = found.database ?? wanted.database;
    const spelled = { server: null, database, schema: found.schema, name: found.name };
    const relation = { ...relationOf(spelled, 'object', found.type), columns: found.columns };
    return found.signature === undefined ? relation : { ...relation, signature: found.signature };
  }
  if (isSystemName(complete.schema, complete.name, home.dialect)) return relationOf(complete, 'system', null);
  if (isElsewhere(wanted, home, catalog)) return relationOf(complete, 'external', null);
  return relationOf(complete, catalog.complete ? 'unresolved' : 'object', null);
}

function wantedName({ parts }: Name, home: Home): Wanted {
  const [name = '', schema = '', database = '', server = ''] = [...parts].reverse();
  const isOwn = home.own !== undefined && same(database, home.own.name);
  const place = isOwn ? home.own.database : database || home.database;
  return {
    server: server || null,
    database: server === '' ? place : database || home.database,
    schema: schema || null,
    name,
  };
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function lookUp(
  wanted: Wanted,
  home: Home,
  catalog: CatalogIndex,
  quoted: Name['quoted'],
): CatalogObject | null {
  if (wanted.schema !== null) return catalog.find(wanted, quoted);
  const near = home.schema === null ? null : catalog.find({ ...wanted, schema: home.schema }, quoted);
  return near ?? catalog.find({ ...wanted, schema: defaultSchema(home.dialect) }, quoted);
}

function isElsewhere(wanted: Wanted, home: Home, catalog: CatalogIndex): boolean {
  const { database } = wanted;
  if (database === null || database.toLowerCase() === home.database?.toLowerCase()) return false;
  return !catalog.knowsDatabase(database);
}

function relationOf(wanted: Wanted, kind: Relation['kind'], type: string | null): Relation {
  const key = [wanted.server ?? '', wanted.database ?? '', wanted.schema ?? '', wanted.name]
    .join('\u0000')
    .toLowerCase();
  return { kind, key, ...wanted, type: type?.toLowerCase() ?? null, columns: null };
}
