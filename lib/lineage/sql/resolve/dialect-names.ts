import type { SqlDialect } from '../dialect';

const defaultSchemas: { readonly [dialect in SqlDialect]: string | null } = {
  tsql: 'dbo',
  postgres: 'public',
  redshift: 'public',
  snowflake: 'public',
  duckdb: 'main',
  databricks: 'default',
  bigquery: null,
  mysql: null,
  oracle: null,
};

/** The schema of a name that names none, when no schema of its own has it. */
export function defaultSchema(dialect: SqlDialect): string | null {
  return defaultSchemas[dialect];
}

/** How the dialect itself spells a part of a name that is not quoted. */
export function foldCase(part: string, dialect: SqlDialect): string {
  if (dialect === 'postgres' || dialect === 'redshift') return part.toLowerCase();
  return dialect === 'snowflake' || dialect === 'oracle' ? part.toUpperCase() : part;
}

const systemSchemas = new Set([
  'sys',
  'information_schema',
  'pg_catalog',
  'pg_temp',
  'mysql',
  'performance_schema',
]);
const systemTables =
  /^(?:sys(?:objects|columns|indexes|types|comments|processes|databases|users|files|depends|configurations|dual)|dual|spt_values|pg_\w+)$/i;
const oraclePackages = /^(?:apex|dbms|owa|utl)_/i;
const systemProcedures = /^(?:sp_|xp_|fn_|ms_)/i;

/** Does the database itself own this? Its views and procedures bear no lineage of people's data. */
export function isSystemName(schema: string | null, name: string, dialect: SqlDialect): boolean {
  if (schema !== null && systemSchemas.has(schema.toLowerCase())) return true;
  if (dialect === 'oracle' && (/^dual$/i.test(name) || oraclePackages.test(schema ?? ''))) return true;
  return systemTables.test(name) || (dialect === 'tsql' && systemProcedures.test(name));
}
