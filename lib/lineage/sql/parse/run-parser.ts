import { Dialect, parse } from '@polyglot-sql/sdk';
import type { SqlDialect } from '../dialect';
import type { SyntaxTree } from '../parsed-statement';

/** What the parser said: one tree, or its error with the place it stumbled at (code points, null when it tells none). */
export type ParserAnswer =
  | { readonly tree: SyntaxTree }
  | { readonly tree: null; readonly error: string; readonly at: number | null };

const DIALECTS: Readonly<Record<SqlDialect, Dialect>> = {
  tsql: Dialect.TSQL,
  postgres: Dialect.PostgreSQL,
  snowflake: Dialect.Snowflake,
  bigquery: Dialect.BigQuery,
  databricks: Dialect.Databricks,
  duckdb: Dialect.DuckDB,
  mysql: Dialect.MySQL,
  oracle: Dialect.Oracle,
  redshift: Dialect.Redshift,
};

/**
 * Parses one statement. The only file that knows the parser: all else sees its tree as plain data. A trap inside the parser
 * (deep nesting) is an error like any other.
 */
export function runParser(sql: string, dialect: SqlDialect): ParserAnswer {
  try {
    const answer = parse(sql, DIALECTS[dialect]);
    if (!answer.success) return { tree: null, error: answer.error, at: answer.errorStart ?? null };
    const [tree] = answer.ast;
    if (tree === undefined || answer.ast.length > 1) {
      return { tree: null, error: `Expected one statement, got ${answer.ast.length}`, at: null };
    }
    // A statement it does not know, it keeps as a text.
    if ('raw' in tree || 'command' in tree)
      return { tree: null, error: 'It does not know this form of statement', at: null };
    return { tree };
  } catch (error) {
    return { tree: null, error: error instanceof Error ? error.message : String(error), at: null };
  }
}
