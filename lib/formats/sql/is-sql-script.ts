import { detectEncoding } from '../text/detect-encoding';
import { decodeScript } from './decode-script';

const SCRIPT_NAME = /\.(?:sql|ddl|tsql|pgsql|hql)$/i;
/** Names that say table; what is in such a file is read as one. */
const TABLE_NAME = /\.(?:csv|tsv|tab|parquet|json|ndjson|jsonl)$/i;

const LOOK = 4096;
const COMMENTS = /^(?:\s|;|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$))+/;
/** How statements begin; a header of a table does not read like that. */
const STATEMENT =
  /^(?:(?:CREATE|ALTER|DROP)\s+(?:OR\s+\w+\s+)?(?:\w+\s+)?(?:TABLE|VIEW|PROC|PROCEDURE|FUNCTION|TRIGGER|SCHEMA)\b|SELECT\s+[^,\n]+\s|INSERT\s+INTO\s|MERGE\s+INTO\s|DELETE\s+FROM\s|UPDATE\s+\S+\s+SET\s|WITH\s+\S+\s+AS\s*\(|USE\s+\S+\s*[;\n]|SET\s+(?:ANSI_NULLS|QUOTED_IDENTIFIER|NOCOUNT)\b|DECLARE\s+@)/i;

/** Is this text in SQL? Told by its name, else by how it begins; bytes that are no text are none. */
export function isSqlScript(name: string, head: Uint8Array): boolean {
  if (head.length === 0 || TABLE_NAME.test(name)) return false;
  const { encoding } = detectEncoding(head);
  if (!encoding.startsWith('utf-16') && head.includes(0)) return false;
  if (SCRIPT_NAME.test(name)) return true;
  return STATEMENT.test(decodeScript(head.subarray(0, LOOK)).text.replace(COMMENTS, ''));
}
