import type { SqlDialect } from '../dialect';
import { readName } from '../tokens/read-name';
import type { Token } from '../tokens/token';

/** Where names that say less are completed from; null: as before. */
export type UsedPlace = { readonly database: string | null; readonly schema: string | null };

/**
 * Where a USE statement goes: to a database (T-SQL, Redshift), to a schema (MySQL), to either by its words (Snowflake, Databricks). Null for
 * all other statements, and for `master`, to which scripts go only to make databases.
 */
export function usedPlace(tokens: readonly Token[], dialect: SqlDialect): UsedPlace | null {
  if (tokens[0]?.upper !== 'USE') return null;
  const what = tokens[1]?.upper ?? '';
  const isNamed =
    tokens[2] !== undefined && /^(?:DATABASE|CATALOG|SCHEMA|ROLE|WAREHOUSE|SECONDARY)$/.test(what);
  const parts = readName(tokens, isNamed ? 2 : 1)?.parts;
  const [first = '', second = null] = parts ?? [];
  if (first === '' || (isNamed && /^(?:ROLE|WAREHOUSE|SECONDARY)$/.test(what))) return null;
  switch (dialect) {
    case 'tsql':
    case 'redshift':
      return /^master$/i.test(first) ? null : { database: first, schema: null };
    case 'mysql':
      return { database: null, schema: first };
    case 'snowflake':
    case 'databricks': {
      const isDatabase = what === 'CATALOG' || (dialect === 'snowflake' && what !== 'SCHEMA');
      if (second !== null) return { database: first, schema: second };
      return isDatabase ? { database: first, schema: null } : { database: null, schema: first };
    }
    default:
      return null;
  }
}

/**
 * The places where a script stands after its USE statements, of which `uses` are all; a database is null while it is the script's own: the one of
 * `home` when it goes there at all, else the first it goes to.
 */
export function followUses(
  uses: readonly UsedPlace[],
  home: string | null,
): { moveTo(use: UsedPlace): void; readonly place: UsedPlace; readonly own: string | null } {
  const same = (one: string | null, other: string | null) => one?.toLowerCase() === other?.toLowerCase();
  const named = uses.map(({ database }) => database).filter((it) => it !== null);
  const own = named.find((it) => same(it, home)) ?? named[0] ?? home;
  let place: UsedPlace = { database: null, schema: null };
  return {
    own,
    moveTo: ({ database, schema }) => {
      const next = same(database, own) ? null : database;
      place = { database: database === null ? place.database : next, schema };
    },
    get place() {
      return place;
    },
  };
}
