import type { TextRowFile } from './row-file';
import type { SqlParams } from './sql-params';

const LINE_LEAST = 1024 * 1024;

/** What the engine is told of a text: what it reads, and the bytes of its longest and of an ordinary record. */
export type TextShape = { readonly path: string; readonly longest: number; readonly usual: number };

/** The cells of a text as text, columns `c0`, `c1` ..., for a FROM; broken records go to the table `rejects_<ordinal>`. */
export function textSource(
  { file, dialect, columns, json }: TextRowFile,
  { path, longest }: Pick<TextShape, 'path' | 'longest'>,
  parallel: boolean,
  params: SqlParams,
): string {
  const names = [...columns.map((_, index) => `c${index}`), ...(json === null ? [] : ['mark'])];
  const texts = names.map((name) => `'${name}': 'VARCHAR'`).join(', ');
  const lineBytes = Math.max(LINE_LEAST, longest + 1024);
  const rejects = `rejects_${file.ordinal}`;
  const quoted = dialect.quote === '' ? '' : (dialect.escape ?? dialect.quote);
  // A blank line of a file with one column arrives as a null row; quoted empty cells stay empty text.
  const blankLines = names.length === 1 ? ' WHERE c0 IS NOT NULL' : '';
  return `(FROM read_csv(${params.add(path)}, columns = {${texts}}, auto_detect = false,
    header = ${(dialect.headerRecords ?? 1) > 0}, delim = ${params.add(dialect.delimiter)}, quote = ${params.add(dialect.quote)},
    escape = ${params.add(quoted)}, nullstr = '', allow_quoted_nulls = false, comment = '', encoding = 'utf-8',
    compression = 'none', hive_partitioning = false, null_padding = false, strict_mode = true, parallel = ${parallel},
    max_line_size = ${lineBytes}, buffer_size = ${8 * lineBytes},
    store_rejects = true, rejects_table = '${rejects}', rejects_scan = '${rejects}_scan')${blankLines})`;
}
