import type { RowType } from '@/lib/imports/row-type';
import type { CellFormat } from './cell-format';
import { ColumnProfile } from './column-profile';

/** A guess that could lose information; without an answer the column stays text. `options`: types to choose from. */
export type ColumnQuestion = {
  readonly code:
    | 'date-order'
    | 'leading-zeros'
    | 'identifier'
    | 'long-number'
    | 'decimal-comma'
    | 'yes-no'
    | 'mixed';
  readonly message: string;
  readonly options: readonly RowType[];
};

export type InferredColumn = {
  /** Holds every cell without loss: text where there is a question. */
  readonly type: RowType;
  readonly dateOrder?: 'dmy' | 'mdy';
  readonly question: ColumnQuestion | null;
  /** Cells that are not blank. */
  readonly filled: number;
};

/** What a double, and so a spreadsheet, keeps exactly. Longer whole numbers are identifiers more often than quantities. */
const EXACT_DIGITS = 15;
const SHORT_DECIMAL = 18;
const LONG_DECIMAL = 38;
/** Whole digits that a decimal has room for beyond those seen. */
const HEADROOM = 2;
/** From this share of one kind on, other cells make a column mixed rather than text. */
const MIXED = 0.8;

/** The type that holds these cells without loss, and what a person should be asked. */
export function inferColumn(cells: Iterable<string>, format: CellFormat): InferredColumn {
  const profile = new ColumnProfile(format);
  for (const cell of cells) profile.add(cell);
  return judgeProfile(profile);
}

/** The type of a column from its profile. */
export function judgeProfile(profile: ColumnProfile): InferredColumn {
  const { filled } = profile;
  const sure = (type: RowType): InferredColumn => ({ type, question: null, filled });
  const asked = (question: ColumnQuestion): InferredColumn => ({ type: 'text', question, filled });
  if (filled === 0) return sure('text');
  if (profile.all('boolean')) return sure('boolean');
  if (profile.all('uuid')) return sure('uuid');
  if (profile.all('scientific')) return number(profile, sure, asked);
  if (profile.all('date')) return sure('date');
  if (profile.all('timestamp') || (profile.of('timestamp') > 0 && profile.all('timestamp', 'date')))
    return sure('timestamp');
  if (profile.all('zoned')) return sure('timestamptz');
  if (profile.all('localDate')) return localDate(profile, asked);
  if (profile.all('time')) return sure('time');
  if (profile.all('yesNo'))
    return asked({
      code: 'yes-no',
      message: 'All cells are yes or no. They stay text unless you choose boolean.',
      options: ['text', 'boolean'],
    });
  if (profile.of('commaNumber') > 0 && profile.all('commaNumber', 'integer'))
    return asked({
      code: 'decimal-comma',
      message: 'Numbers with commas: say whether the comma is the decimal mark. They stay text until then.',
      options: ['text', 'double'],
    });
  const numbers = Math.max(profile.of('scientific'), profile.of('date'), profile.of('timestamp'));
  if (numbers / filled < MIXED) return sure('text');
  return asked({
    code: 'mixed',
    message: `${numbers} of ${filled} cells are ${profile.of('scientific') === numbers ? 'numbers' : 'dates'}, the others are not. All stay text.`,
    options: ['text', profile.of('scientific') === numbers ? 'double' : 'timestamp'],
  });
}

type Sure = (type: RowType) => InferredColumn;
type Asked = (question: ColumnQuestion) => InferredColumn;

function number(profile: ColumnProfile, sure: Sure, asked: Asked): InferredColumn {
  const { wholeDigits, fractionDigits, digits } = profile;
  if (profile.of('leadingZero') > 0 || profile.of('plus') > 0)
    return asked({
      code: 'leading-zeros',
      message: 'Some numbers begin with 0 or +, which a number would lose. They stay text.',
      options: ['text', 'bigint'],
    });
  if (profile.all('integer')) {
    if (wholeDigits <= EXACT_DIGITS) return sure('bigint');
    if (!profile.isBeyond64Bits)
      return asked({
        code: 'identifier',
        message: `Some numbers have ${wholeDigits} digits, as identifiers have. They stay text.`,
        options: ['text', 'bigint'],
      });
    return asked({
      code: 'long-number',
      message: `Some numbers have ${wholeDigits} digits, more than 64 bits hold. They stay text.`,
      options: ['text', 'hugeint'],
    });
  }
  if (profile.all('number')) {
    if (wholeDigits + HEADROOM + fractionDigits <= SHORT_DECIMAL)
      return sure(`decimal(18,${fractionDigits})`);
    if (wholeDigits + fractionDigits <= LONG_DECIMAL) return sure(`decimal(38,${fractionDigits})`);
  } else if (digits <= EXACT_DIGITS) return sure('double');
  return asked({
    code: 'long-number',
    message: `Some numbers have ${digits} digits, more than any number type keeps. They stay text.`,
    options: ['text', 'double'],
  });
}

/** The same where the file itself says that the cells are numbers, as JSON does: then a long one is no identifier. */
export function saidToBeNumbers(found: InferredColumn): InferredColumn {
  return found.question?.code === 'identifier' ? { ...found, type: 'bigint', question: null } : found;
}

function localDate(profile: ColumnProfile, asked: Asked): InferredColumn {
  const { firstBeyond12, secondBeyond12, filled, separators } = profile;
  const type = profile.of('localTime') > 0 ? 'timestamp' : 'date';
  if (firstBeyond12 !== secondBeyond12 && separators.size === 1)
    return { type, dateOrder: firstBeyond12 ? 'dmy' : 'mdy', question: null, filled };
  return asked({
    code: 'date-order',
    message:
      firstBeyond12 && secondBeyond12
        ? 'Some dates begin with the day, others with the month. They stay text.'
        : 'Every date can be read as day/month or as month/day. They stay text until you choose the order.',
    options: ['text', type],
  });
}
