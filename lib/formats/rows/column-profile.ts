import type { CellFormat } from './cell-format';
import { plainNumber } from './plain-number';
import {
  INTEGER,
  ISO_DATE,
  ISO_TIMESTAMP,
  isWhole,
  LOCAL_DATE,
  LOCAL_TIMESTAMP,
  NUMBER,
  OFFSET,
  SCIENTIFIC,
  TIME,
} from './value-patterns';

const KINDS = {
  integer: isWhole(INTEGER),
  number: isWhole(NUMBER),
  scientific: isWhole(SCIENTIFIC),
  leadingZero: isWhole('[+-]?0[0-9].*'),
  plus: isWhole('[+].*'),
  commaNumber: isWhole('[+-]?([0-9]+|[0-9]{1,3}([. ][0-9]{3})+),[0-9]+'),
  boolean: isWhole('(?:[tT]rue|TRUE|[fF]alse|FALSE)'),
  yesNo: isWhole('(?:[yY]|[yY]es|YES|[nN]|[nN]o|NO)'),
  date: isWhole(ISO_DATE),
  localDate: isWhole(`(${LOCAL_DATE}|${LOCAL_TIMESTAMP})`),
  localTime: isWhole(LOCAL_TIMESTAMP),
  timestamp: isWhole(ISO_TIMESTAMP),
  zoned: isWhole(`${ISO_TIMESTAMP}${OFFSET}`),
  time: isWhole(TIME),
  uuid: isWhole('[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'),
} as const;
export type CellKind = keyof typeof KINDS;

/** The kinds that a cell can be at all: trying each pattern on each cell would take most of the time of a small file. */
const OF_NUMBER = ['integer', 'number', 'scientific'] as const;
const AS_WRITTEN = ['leadingZero', 'plus', 'commaNumber'] as const;
const OF_DIGITS = [
  ...AS_WRITTEN,
  'date',
  'localDate',
  'localTime',
  'timestamp',
  'zoned',
  'time',
  'uuid',
] as const;
const OF_LETTERS = ['boolean', 'yesNo', 'uuid'] as const;
const DIGITS = /^[0-9+.,-]/;

/** Shorter whole numbers always fit. */
const LONGEST_64_BITS = 19;

function fits64Bits(number: string): boolean {
  return KINDS.integer(number) && BigInt.asIntN(64, BigInt(number)) === BigInt(number);
}

/** Counts how the cells of one column are written; fed cell by cell, in constant memory. */
export class ColumnProfile {
  filled = 0;
  /** Digits before and after the decimal point, and digits that count, the most of any number. */
  wholeDigits = 0;
  fractionDigits = 0;
  digits = 0;
  /** Some whole number does not fit 64 bits. */
  isBeyond64Bits = false;
  /** A first or second part of a local date beyond 12, so that it must be the day. */
  firstBeyond12 = false;
  secondBeyond12 = false;
  separators = new Set<string>();
  private readonly counts = new Map<CellKind, number>();
  private readonly format: CellFormat;

  constructor(format: CellFormat) {
    this.format = format;
  }

  add(cell: string): void {
    if (cell === '' || this.format.nullTexts.includes(cell)) return;
    const text = cell.trim();
    if (text === '') return;
    this.filled++;
    const isDigits = DIGITS.test(text);
    const number = isDigits ? plainNumber(text, this.format) : null;
    if (number !== null) {
      this.count(OF_NUMBER, number);
      this.count(AS_WRITTEN, text);
      this.measure(number);
    } else if (isDigits) {
      this.count(OF_DIGITS, text);
      this.lookForDay(text);
    } else this.count(OF_LETTERS, text);
  }

  of(kind: CellKind): number {
    return this.counts.get(kind) ?? 0;
  }

  /** All filled cells are of these kinds. */
  all(...kinds: CellKind[]): boolean {
    return this.filled > 0 && kinds.reduce((sum, kind) => sum + this.of(kind), 0) === this.filled;
  }

  private count(kinds: readonly CellKind[], written: string): void {
    for (const kind of kinds)
      if (KINDS[kind](written)) this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }

  /** Which part of a local date must be the day. */
  private lookForDay(text: string): void {
    const [, first, separator, second] = /^(\d{1,2})([/.-])(\d{1,2})[/.-]\d{4}/.exec(text) ?? [];
    if (separator === undefined) return;
    this.separators.add(separator);
    if (Number(first) > 12) this.firstBeyond12 = true;
    if (Number(second) > 12) this.secondBeyond12 = true;
  }

  private measure(number: string): void {
    const [mantissa = ''] = number.split(/[eE]/);
    const [before = '', after = ''] = mantissa.replace(/^[+-]/, '').split('.');
    this.wholeDigits = Math.max(this.wholeDigits, before.replace(/^0+/, '').length);
    this.fractionDigits = Math.max(this.fractionDigits, after.length);
    if (after === '' && before.length >= LONGEST_64_BITS && !fits64Bits(number)) this.isBeyond64Bits = true;
    this.digits = Math.max(this.digits, `${before}${after}`.replace(/^0+/, '').length);
  }
}
