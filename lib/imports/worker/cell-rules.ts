import { type ExtractColumn, NAME_MAX } from '@/lib/formats/extract/extract-files';

/** A rule that a cell breaks: SQL condition, code, and SQL text of the message (may quote the cell). */
export type BrokenRule = { readonly when: string; readonly code: string; readonly message: string };

/** How a column is read from its raw table: the typed value, and the rules of its own cells. */
export type CellRules = { readonly value: string; readonly broken: readonly BrokenRule[] };

const INTEGERS = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|DECIMAL\(\d+,0\))$/;

/** Null when cells of this engine type can never be what is expected: the file is refused as mistyped. */
export function cellRules(column: ExtractColumn, engineType: string): CellRules | null {
  const { column: name, type } = column;
  const typed =
    type === 'integer'
      ? integer(name, engineType)
      : type === 'boolean'
        ? yesNo(name, engineType)
        : text(name, engineType);
  if (typed === null) return null;
  const broken = [...typed.broken];
  if (column.need !== 'optional') {
    const empty = type === 'text' ? `(${name} IS NULL OR ${name} = '')` : `${name} IS NULL`;
    const code = column.need === 'key' ? 'KEY_NULL' : 'VALUE_NULL';
    broken.unshift({ when: empty, code, message: `'${name} is empty; every record needs one.'` });
  }
  if (column.name)
    broken.push(
      {
        when: `length(${name}) > ${NAME_MAX}`,
        code: 'TOO_LONG',
        message: `'${name} has ' || length(${name}) || ' characters; names have at most ${NAME_MAX}.'`,
      },
      {
        when: `contains(${name}, chr(0))`,
        code: 'BAD_CHARACTER',
        message: `'${name} contains a zero character, which no name can have.'`,
      },
    );
  return { value: typed.value, broken };
}

/** The cell inside a message: quoted, and cut where it is long. */
const shown = (name: string) =>
  `'"' || CASE WHEN length(${name}::VARCHAR) > 80 THEN substr(${name}::VARCHAR, 1, 80) || '…' ELSE ${name}::VARCHAR END || '"'`;

function mismatch(name: string, when: string, expected: string): BrokenRule {
  return {
    when,
    code: 'TYPE_MISMATCH',
    message: `'${name}: expected ${expected}, found ' || ${shown(name)} || '.'`,
  };
}

function integer(name: string, engineType: string): CellRules | null {
  const expected = 'a whole number (64 bits)';
  if (engineType === 'VARCHAR') {
    // The engine rounds '1.5' to 2 by itself, so the text is looked at first.
    const value = `CASE WHEN regexp_full_match(trim(${name}), '[+-]?[0-9]+([.]0+)?') THEN TRY_CAST(trim(${name}) AS BIGINT) END`;
    return { value, broken: [mismatch(name, `${name} <> '' AND ${value} IS NULL`, expected)] };
  }
  if (engineType === 'DOUBLE' || engineType === 'FLOAT') {
    // Exporters write whole numbers with gaps as floating point; beyond 2^53 they would not be exact.
    const value = `CASE WHEN ${name} = trunc(${name}) AND abs(${name}) <= 9007199254740992 THEN TRY_CAST(${name} AS BIGINT) END`;
    return { value, broken: [mismatch(name, `${name} IS NOT NULL AND ${value} IS NULL`, expected)] };
  }
  if (!INTEGERS.test(engineType)) return null;
  const value = `TRY_CAST(${name} AS BIGINT)`;
  return { value, broken: [mismatch(name, `${name} IS NOT NULL AND ${value} IS NULL`, expected)] };
}

function yesNo(name: string, engineType: string): CellRules | null {
  if (engineType === 'BOOLEAN') return { value: name, broken: [] };
  if (engineType !== 'VARCHAR' && !INTEGERS.test(engineType)) return null;
  const value = `CASE WHEN lower(trim(${name}::VARCHAR)) IN ('true', 't', 'yes', 'y', '1') THEN true
    WHEN lower(trim(${name}::VARCHAR)) IN ('false', 'f', 'no', 'n', '0') THEN false END`;
  return {
    value,
    broken: [
      mismatch(name, `${name}::VARCHAR <> '' AND ${value} IS NULL`, 'true or false, yes or no, 1 or 0'),
    ],
  };
}

function text(name: string, engineType: string): CellRules | null {
  return engineType === 'VARCHAR' ? { value: name, broken: [] } : null;
}
