import type { SqlDialect } from './dialect';

/** The dialects as people know them. */
export const dialectNames: Readonly<Record<SqlDialect, string>> = {
  tsql: 'T-SQL',
  postgres: 'PostgreSQL',
  snowflake: 'Snowflake',
  bigquery: 'BigQuery',
  databricks: 'Databricks and Spark',
  duckdb: 'DuckDB',
  mysql: 'MySQL',
  oracle: 'Oracle',
  redshift: 'Redshift',
};
