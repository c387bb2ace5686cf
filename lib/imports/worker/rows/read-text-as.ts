import type { CellFormat } from '@/lib/formats/rows/cell-format';
import {
  INTEGER,
  ISO_DATE,
  ISO_TIMESTAMP,
  LOCAL_DATE,
  LOCAL_TIMESTAMP,
  OFFSET,
  SCIENTIFIC,
  TIME,
} from '@/lib/formats/rows/value-patterns';
import { engineType, type RowType } from '@/lib/imports/row-type';
import { quoteText } from '@/lib/workspace/quote';

/** How text is to be read: the type, and what the choice says about dates and numbers. */
export type TextReading = CellFormat & {
  readonly type: RowType;
  readonly dateOrder?: 'ymd' | 'dmy' | 'mdy' | undefined;
  readonly format?: string | undefined;
  /** Nobody chose the type: only what it keeps to the letter is of it. */
  readonly exact: boolean;
};

/**
 * Reading text as a type, all SQL: `value` over the text `x`, the condition `sure` that a value is what the text says (quick, and
 * true for most cells), and `fits` for the other cells (looked at closely). `expected` is for people.
 */
export type Reading = {
  readonly value: string;
  readonly sure: string;
  readonly fits: string;
  readonly expected: string;
};

const matches = (text: string, pattern: string) => `regexp_full_match(trim(${text}), '${pattern}')`;

/** Null for text: every text is text. `x` is SQL of the text, `v` of the value where `sure` and `fits` use it. */
export function readTextAs(reading: TextReading, x: string, v: string): Reading | null {
  const { type, format } = reading;
  const cast = (text: string) => `TRY_CAST(${text} AS ${engineType(type)})`;
  const same = `${v}::VARCHAR = ${x}`;
  if (type === 'text') return null;
  if (format !== undefined && ['date', 'time', 'timestamp', 'timestamptz'].includes(type))
    return {
      value: `try_strptime(trim(${x}), ${quoteText(format)})::${engineType(type)}`,
      sure: `${v} IS NOT NULL`,
      fits: 'false',
      expected: `a ${type} as the chosen format says`,
    };
  switch (type) {
    case 'smallint':
    case 'integer':
    case 'bigint':
    case 'hugeint': {
      const n = plainNumber(reading, x);
      // The engine rounds '1.5', and reads '0x1F' and '1_000' as numbers: the text is looked at as well.
      const fits = reading.exact
        ? `${v}::VARCHAR = trim(${n})`
        : `${v} IS NOT NULL AND ${matches(n, `${INTEGER}([.]0*)?`)}`;
      return { value: cast(n), sure: `${v}::VARCHAR = ${n}`, fits, expected: WHOLE[type] };
    }
    case 'double': {
      const n = plainNumber(reading, x);
      const few = reading.exact ? ` AND length(regexp_replace(${n}, '[eE].*|[^0-9]', '', 'g')) <= 15` : '';
      const sure = `isfinite(${v}) AND ${v} <> 0 AND NOT contains(${n}, '_')${reading.exact ? ` AND strlen(${n}) <= 15` : ''}`;
      const fits = `isfinite(${v}) AND ${matches(n, SCIENTIFIC)}${few}`;
      return { value: cast(n), sure, fits, expected: 'a number' };
    }
    case 'boolean':
      return {
        value: booleanOf(`lower(trim(${x}))`, reading.exact),
        sure: `${v} IS NOT NULL`,
        fits: 'false',
        expected: reading.exact ? 'true or false' : 'true or false, yes or no, 1 or 0',
      };
    case 'date':
    case 'timestamp':
      return dates(reading, x, v);
    case 'timestamptz': {
      const pattern = reading.exact
        ? `${ISO_TIMESTAMP}${OFFSET}`
        : `(${ISO_DATE}|${ISO_TIMESTAMP}(${OFFSET})?)`;
      const fits = `${v} IS NOT NULL AND ${matches(x, pattern)}`;
      return {
        value: cast(x),
        sure: `${same} AND isfinite(${v})`,
        fits,
        expected: 'a time as 2026-12-31 23:59:59+00',
      };
    }
    case 'time': {
      const fits = `${v} IS NOT NULL AND ${matches(x, TIME)}`;
      return { value: cast(x), sure: same, fits, expected: 'a time of day as 23:59:59' };
    }
    case 'uuid':
      return {
        value: cast(x),
        sure: `${v} IS NOT NULL`,
        fits: 'false',
        expected: 'a UUID',
      };
    case 'json': {
      const valid = `json_valid(${x})`;
      return {
        value: `CASE WHEN ${valid} THEN ${x}::JSON END`,
        sure: valid,
        fits: 'false',
        expected: 'JSON',
      };
    }
    case 'blob': {
      const hex = `regexp_full_match(${x}, '0[xX]([0-9a-fA-F]{2})*')`;
      return {
        value: `CASE WHEN ${hex} THEN unhex(substr(${x}, 3)) ELSE encode(${x}) END`,
        sure: `${v} IS NOT NULL`,
        fits: 'false',
        expected: 'bytes',
      };
    }
    default:
      return decimal(reading, type, x, v);
  }
}

const booleanOf = (text: string, exact: boolean) =>
  `CASE WHEN ${text} IN ('true'${exact ? '' : ", 't', 'yes', 'y', '1'"}) THEN true
    WHEN ${text} IN ('false'${exact ? '' : ", 'f', 'no', 'n', '0'"}) THEN false END`;

const WHOLE = {
  smallint: 'a whole number (16 bits)',
  integer: 'a whole number (32 bits)',
  bigint: 'a whole number (64 bits)',
  hugeint: 'a whole number (128 bits)',
} as const;

function decimal(reading: TextReading, type: RowType, x: string, v: string): Reading {
  const scale = Number(/,(\d+)\)$/.exec(type)?.[1] ?? 0);
  const n = plainNumber(reading, x);
  // More decimals than the type has would be rounded; zeros at their end say nothing.
  const whole = reading.exact ? '-?((0|[1-9][0-9]*)' : '[+-]?([0-9]+';
  const pattern = `${whole}([.][0-9]{0,${scale}}0*)?|[.][0-9]{1,${Math.max(1, scale)}}0*)`;
  return {
    value: `TRY_CAST(${n} AS ${engineType(type)})`,
    sure: `${v}::VARCHAR = ${n}`,
    fits: `${v} IS NOT NULL AND ${matches(n, pattern)}`,
    expected: `a number with at most ${scale} decimals`,
  };
}

function dates({ type, dateOrder = 'ymd' }: TextReading, x: string, v: string): Reading {
  const engine = engineType(type);
  const midnight = '([ T]0{1,2}:00(:00([.]0+)?)?)?';
  if (dateOrder === 'ymd') {
    const pattern = type === 'date' ? `${ISO_DATE}${midnight}` : `(${ISO_DATE}|${ISO_TIMESTAMP})`;
    return {
      value: `TRY_CAST(${x} AS ${engine})`,
      // Seconds where an offset could be: nothing of such a time is lost, and looking is cheap.
      sure: `${type === 'date' ? `${v}::VARCHAR = ${x}` : `strlen(${x}) = 19 AND substr(${x}, 17, 1) = ':'`} AND isfinite(${v})`,
      fits: `${v} IS NOT NULL AND ${matches(x, pattern)}`,
      expected: type === 'date' ? 'a date as 2026-12-31' : 'a time as 2026-12-31 23:59:59',
    };
  }
  const day = dateOrder === 'dmy' ? '%d/%m/%Y' : '%m/%d/%Y';
  const clocks = ['', '%H:%M', '%H:%M:%S', '%H:%M:%S.%f'].map((clock) => quoteText(`${day} ${clock}`.trim()));
  const text = `trim(regexp_replace(trim(${x}), '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})[ T]?', '\\1/\\2/\\3 '))`;
  const pattern = type === 'date' ? LOCAL_DATE + midnight : `(${LOCAL_DATE}|${LOCAL_TIMESTAMP})`;
  return {
    value: `CASE WHEN ${matches(x, pattern)} THEN try_strptime(${text}, [${clocks.join(', ')}])::${engine} END`,
    sure: `${v} IS NOT NULL`,
    fits: 'false',
    expected: dateOrder === 'dmy' ? 'a date as day/month/year' : 'a date as month/day/year',
  };
}

/** SQL of a number with a point and without separators; text that is not such a number stays none. */
function plainNumber({ decimalMark, thousands }: CellFormat, x: string): string {
  if (decimalMark === '.' && thousands === '') return x;
  const point = decimalMark === '.' ? '[.]' : ',';
  const grouped = `[+-]?[0-9]{1,3}(${thousands === '.' ? '[.]' : thousands}[0-9]{3})+(${point}[0-9]*)?`;
  const bare = thousands === '' ? x : `replace(${x}, '${thousands}', '')`;
  const number = decimalMark === '.' ? bare : `replace(replace(${bare}, '.', '?'), ',', '.')`;
  if (thousands === '') return number;
  return `CASE WHEN contains(trim(${x}), '${thousands}') AND NOT ${matches(x, grouped)} THEN '?' ELSE ${number} END`;
}
