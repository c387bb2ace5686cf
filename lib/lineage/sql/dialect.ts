/** The dialects the extraction reads. `tsql` is SQL Server, Azure SQL, Synapse and Fabric; `databricks` is Spark too. */
export const sqlDialects = [
  'tsql',
  'postgres',
  'snowflake',
  'bigquery',
  'databricks',
  'duckdb',
  'mysql',
  'oracle',
  'redshift',
] as const;
export type SqlDialect = (typeof sqlDialects)[number];
