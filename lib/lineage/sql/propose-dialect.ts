import { type SqlDialect, sqlDialects } from './dialect';

type Mark = { readonly pattern: RegExp; readonly weight: number };

/** What only one dialect, or few, write. A mark counts once, however often it is there. */
const MARKS: Readonly<Record<SqlDialect, readonly Mark[]>> = {
  tsql: [
    { pattern: /^\s*GO\s*(?:\d+\s*)?$/im, weight: 3 },
    { pattern: /\[\w+\]\.\[\w+\]/, weight: 3 },
    {
      pattern: /\b(?:NVARCHAR|DATETIME2|UNIQUEIDENTIFIER|NOCOUNT|SCOPE_IDENTITY|ISNULL|GETDATE|OBJECT_ID)\b/i,
      weight: 2,
    },
    { pattern: /\bSELECT\s+TOP\b|\bCROSS\s+APPLY\b|\(NOLOCK\)|\bN'/i, weight: 2 },
    { pattern: /\bDECLARE\s+@\w+|\bSET\s+@\w+\s*=|\bEXEC\s+[\w[.]+/i, weight: 2 },
    { pattern: /\b(?:FROM|INTO|TABLE)\s+#\w+/i, weight: 3 },
  ],
  postgres: [
    { pattern: /\bLANGUAGE\s+'?plpgsql\b/i, weight: 3 },
    { pattern: /\$(\w*)\$[\s\S]*\$\1\$/, weight: 1 },
    { pattern: /\w::(?:text|int|integer|numeric|date|timestamp|jsonb?|regclass)\b/i, weight: 2 },
    {
      pattern: /\b(?:RETURNS\s+SETOF|BIGSERIAL|JSONB|ILIKE|DISTINCT\s+ON|ON\s+CONFLICT|GENERATE_SERIES)\b/i,
      weight: 2,
    },
    { pattern: /->>?\s*'/, weight: 1 },
  ],
  redshift: [
    { pattern: /\b(?:DISTKEY|SORTKEY|DISTSTYLE)\b/i, weight: 5 },
    {
      pattern: /\b(?:UNLOAD\s*\(|IAM_ROLE|SUPER|LISTAGG|GETDATE\(\)::|WITH\s+NO\s+SCHEMA\s+BINDING)/i,
      weight: 4,
    },
    { pattern: /\w::(?:varchar|int|date|timestamp)\b/i, weight: 1 },
  ],
  snowflake: [
    {
      pattern:
        /\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:TRANSIENT|DYNAMIC|SECURE)\b|\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:STAGE|STREAM|TASK|PIPE|WAREHOUSE)\b/i,
      weight: 4,
    },
    {
      pattern:
        /\b(?:VARIANT|LATERAL\s+FLATTEN|TABLE\s*\(\s*FLATTEN|RESULTSET|METADATA\$|IFF\s*\(|NUMBER\(38|TIMESTAMP_NTZ|TO_VARIANT|PARSE_JSON)/i,
      weight: 3,
    },
    { pattern: /\bCOPY\s+INTO\b|\bFROM\s+@\w+/i, weight: 2 },
    { pattern: /\w:\w+(?:\.\w+)*::\w+/, weight: 3 },
    { pattern: /\bQUALIFY\b/i, weight: 1 },
  ],
  bigquery: [
    { pattern: /`[\w-]+\.[\w-]+(?:\.[\w*-]+)?`/, weight: 4 },
    {
      pattern:
        /\b(?:INT64|FLOAT64|BIGNUMERIC|SAFE_CAST|SAFE_DIVIDE|STRUCT<|ARRAY<STRUCT|GENERATE_UUID|_TABLE_SUFFIX|EXCEPT\s+DISTINCT)/i,
      weight: 3,
    },
    { pattern: /\bSELECT\s+\*\s+EXCEPT\s*\(|\bUNNEST\s*\(/i, weight: 1 },
    { pattern: /\b(?:FORMAT_DATE|DATE_TRUNC\(\w+,\s*(?:DAY|WEEK|MONTH)\)|PARSE_DATE)/, weight: 2 },
  ],
  databricks: [
    { pattern: /\bUSING\s+(?:DELTA|PARQUET|ICEBERG|CSV|JSON)\b|\bTBLPROPERTIES\b/i, weight: 4 },
    {
      pattern:
        /\b(?:LATERAL\s+VIEW|INSERT\s+OVERWRITE|ZORDER|CLUSTER\s+BY|DISTRIBUTE\s+BY|STREAMING\s+TABLE|MSCK\s+REPAIR)\b/i,
      weight: 3,
    },
    { pattern: /\b(?:delta|parquet|csv|json)\.`/i, weight: 4 },
    { pattern: /`\w+`\.`\w+`/, weight: 1 },
  ],
  duckdb: [
    { pattern: /\b(?:read_csv|read_csv_auto|read_parquet|read_json|parquet_scan)\s*\(/i, weight: 5 },
    { pattern: /^\s*FROM\s+\w+/im, weight: 1 },
    { pattern: /\bFROM\s+'[^']+\.(?:csv|parquet|json)'/i, weight: 4 },
    {
      pattern:
        /\b(?:CREATE\s+(?:OR\s+REPLACE\s+)?MACRO|SUMMARIZE|GROUP\s+BY\s+ALL|ASOF\s+JOIN|POSITIONAL\s+JOIN)\b/i,
      weight: 3,
    },
    { pattern: /^\s*(?:INSTALL|ATTACH|PRAGMA)\b/im, weight: 3 },
  ],
  mysql: [
    { pattern: /^\s*DELIMITER\s+\S+/im, weight: 5 },
    { pattern: /\bENGINE\s*=\s*\w+|\bAUTO_INCREMENT\b|\bDEFINER\s*=/i, weight: 4 },
    {
      pattern:
        /\b(?:IFNULL|GROUP_CONCAT|DATE_FORMAT|STR_TO_DATE|ON\s+DUPLICATE\s+KEY|STRAIGHT_JOIN|REPLACE\s+INTO|INSERT\s+IGNORE)\b/i,
      weight: 3,
    },
    { pattern: /`\w+`/, weight: 1 },
    { pattern: /\bLIMIT\s+\d+\s*,\s*\d+/i, weight: 2 },
  ],
  oracle: [
    {
      pattern:
        /\b(?:VARCHAR2|NVL2?|SYSDATE|ROWNUM|DUAL|PLS_INTEGER|BULK\s+COLLECT|%ROWTYPE|CONNECT\s+BY|START\s+WITH|DBMS_\w+)\b|%TYPE\b/i,
      weight: 3,
    },
    { pattern: /\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:EDITIONABLE\s+)?PACKAGE\b/i, weight: 5 },
    { pattern: /^\/\s*$/m, weight: 3 },
    { pattern: /\(\+\)|\bMINUS\b/i, weight: 2 },
    { pattern: /\bEXECUTE\s+IMMEDIATE\b|:=/i, weight: 1 },
  ],
};

const ENOUGH_CHARACTERS = 200_000;

/**
 * The dialect a text is most probably written in, told by words and marks that only few dialects have; null when none is
 * there or two are equally probable. Comments and strings count too: it is a proposal.
 */
export function proposeDialect(text: string): SqlDialect | null {
  const head = text.slice(0, ENOUGH_CHARACTERS);
  const scores = sqlDialects
    .map((dialect) => ({
      dialect,
      score: MARKS[dialect].reduce((sum, { pattern, weight }) => sum + (pattern.test(head) ? weight : 0), 0),
    }))
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined || first.score === 0 || first.score === second?.score) return null;
  return first.dialect;
}
