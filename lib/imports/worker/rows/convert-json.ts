import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '@/lib/errors/app-error';
import { joinPath } from '@/lib/formats/json/json-path';
import {
  JSON_RECORD_MAX_BYTES,
  type JsonPlace,
  type JsonRecord,
  JsonScanner,
} from '@/lib/formats/json/json-scanner';
import { type JsonCell, type JsonKind, splitObject } from '@/lib/formats/json/split-object';
import { PLAIN_CELLS } from '@/lib/formats/rows/cell-format';
import { ColumnProfile } from '@/lib/formats/rows/column-profile';
import { type InferredColumn, judgeProfile, saidToBeNumbers } from '@/lib/formats/rows/infer-column';
import type { WorkerFile } from '../protocol';

const CHUNK = 1024 * 1024;
const WRITE_CHARACTERS = 1024 * 1024;
/** Records that the types are guessed from. */
const SAMPLE = 10_000;
const FAULTS_KEPT_MAX = 1_000_000;

/** From `record` on, the line of a record is `shift` more than its number. */
export type Shift = readonly [record: number, shift: number];

/** Keeps the shifts of a file outside of this process's memory; `begin` forgets those of an earlier pass. */
export type ShiftKeeper = { begin(): Promise<void>; keep(shifts: readonly Shift[]): Promise<void> };

/** Records of JSON written as CSV, and what was found on the way. */
export type ConvertedJson = {
  readonly columns: ReadonlyArray<{ name: string; guess: InferredColumn }>;
  /** All records, counted without the engine; those of `faults` are not in the CSV. */
  readonly records: number;
  readonly faults: ReadonlyArray<{ record: number; code: string; message: string }>;
  /** Line of a record minus its number, null when it changes (the places are with the keeper of the shifts). */
  readonly shift: number | null;
  readonly longest: number;
  readonly lineEnds: boolean;
};

/**
 * Writes the records of JSON as CSV cells, to the letter, so that they are read by the rules of text. A column that first comes far
 * down starts the writing anew with all columns.
 * @throws AppError `unreadable-file` for an array that does not end, `unrecognised-file` for a path that leads to none, `bad-records` for a file that is hardly JSON
 */
export async function convertJson(
  file: WorkerFile,
  path: string,
  kind: JsonPlace,
  target: string,
  keeper: ShiftKeeper,
): Promise<ConvertedJson> {
  const names = await findNames(path, kind);
  for (;;) {
    const known = names.size;
    const writing = new Writing(names);
    await keeper.begin();
    const handle = await open(target, 'w');
    try {
      await scan(path, kind, file, async (records) => {
        for (const record of records) writing.take(record);
        refuseFlood(file, writing.faults.length);
        await writing.flush(handle, WRITE_CHARACTERS);
        await keeper.keep(writing.takeShifts());
      });
      await writing.flush(handle, 0);
    } finally {
      await handle.close();
    }
    if (names.size === known) return writing.result();
  }
}

function refuseFlood(file: WorkerFile, faults: number): void {
  if (faults <= FAULTS_KEPT_MAX) return;
  throw new AppError(
    'bad-records',
    `${file.name}: more than ${FAULTS_KEPT_MAX} records are not JSON objects.`,
    {
      extra: { file: file.name, rejected: faults },
    },
  );
}

/** Names of the first records, in order. */
async function findNames(path: string, kind: JsonPlace): Promise<Map<string, number>> {
  const names = new Map<string, number>();
  const scanner = new JsonScanner(kind, ({ text }) => {
    const cells = splitObject(text);
    if (Array.isArray(cells)) for (const { name } of cells) if (!names.has(name)) names.set(name, names.size);
  });
  for await (const chunk of createReadStream(path, { end: CHUNK - 1, highWaterMark: CHUNK }))
    scanner.push(chunk as Uint8Array);
  return names;
}

async function scan(
  path: string,
  kind: JsonPlace,
  file: WorkerFile,
  take: (records: readonly JsonRecord[]) => Promise<void>,
): Promise<void> {
  let found: JsonRecord[] = [];
  let last: JsonRecord | undefined;
  const scanner = new JsonScanner(kind, (record) => {
    found.push(record);
    last = record;
  });
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    scanner.push(chunk as Uint8Array);
    await take(found);
    found = [];
  }
  const isWhole = scanner.end();
  if (scanner.pathFault !== null) throw pathError(file, kind, scanner.pathFault);
  if (!isWhole)
    throw new AppError(
      'unreadable-file',
      `${file.name}: the JSON array does not end as it should; its last record begins in line ${last?.line ?? 1} (byte ${last?.start ?? 0}). ` +
        'Look for a quote or bracket that is not closed there, or export it again.',
      { extra: { file: file.name, line: last?.line ?? 1, byteOffset: last?.start ?? 0 } },
    );
  await take(found);
}

/** The document ended, and the array at the chosen path was not there, or twice. */
function pathError(file: WorkerFile, kind: JsonPlace, fault: 'missing' | 'repeated'): AppError {
  const path = typeof kind === 'object' ? joinPath(kind.path) : '';
  const extra = { file: file.name, question: 'path', line: 1 };
  if (fault === 'missing')
    return new AppError(
      'unrecognised-file',
      `${file.name} has no array at “${path}”. Say where its records are.`,
      {
        extra,
      },
    );
  return new AppError(
    'unreadable-file',
    `${file.name} has an array at “${path}” more than once, and the records of one would be lost. Export it again.`,
    { extra },
  );
}

/** One pass over the records: CSV text, faults, and how the cells are written. */
class Writing {
  readonly faults: Array<{ record: number; code: string; message: string }> = [];
  private readonly names: Map<string, number>;
  private readonly profiles: ColumnProfile[] = [];
  private readonly kinds: Array<Set<JsonKind>> = [];
  private shifts: Shift[] = [];
  private shift: number | null = null;
  private shiftCount = 0;
  private records = 0;
  private text = '';
  private longest = 0;
  private lineEnds = false;

  constructor(names: Map<string, number>) {
    this.names = names;
  }

  take({ text, size, line }: JsonRecord): void {
    const record = ++this.records;
    if (line - record !== this.shift) {
      this.shift = line - record;
      this.shiftCount++;
      this.shifts.push([record, this.shift]);
    }
    const cells =
      size > JSON_RECORD_MAX_BYTES
        ? {
            code: 'TOO_LONG',
            message: `The record is longer than ${JSON_RECORD_MAX_BYTES / 1024 / 1024} MiB.`,
          }
        : splitObject(text);
    if (!Array.isArray(cells)) this.faults.push({ record, code: cells.code, message: cells.message });
    else this.write(cells, record <= SAMPLE);
  }

  private write(cells: readonly JsonCell[], sampled: boolean): void {
    const row: string[] = [];
    for (const { name, cell, kind } of cells) {
      const at = this.names.get(name) ?? this.names.size;
      this.names.set(name, at);
      row[at] =
        cell === null
          ? ''
          : kind === 'number' || kind === 'boolean'
            ? cell
            : `"${cell.replaceAll('"', '""')}"`;
      if (!sampled || cell === null || kind === null) continue;
      this.kinds[at] ??= new Set();
      this.kinds[at].add(kind);
      this.profiles[at] ??= new ColumnProfile(PLAIN_CELLS);
      this.profiles[at].add(cell);
    }
    let csv = '';
    // The last cell is a mark, so that no record is a blank line.
    for (let at = 0; at < this.names.size; at++) csv += `${row[at] ?? ''},`;
    csv += '1\n';
    if (!this.lineEnds && /[\r\n]/.test(csv.slice(0, -1))) this.lineEnds = true;
    this.longest = Math.max(this.longest, csv.length * 3);
    this.text += csv;
  }

  async flush(handle: FileHandle, above: number): Promise<void> {
    if (this.text.length <= above) return;
    const text = this.text;
    this.text = '';
    await handle.write(text);
  }

  takeShifts(): readonly Shift[] {
    const taken = this.shifts;
    this.shifts = [];
    return taken;
  }

  result(): ConvertedJson {
    const { records, faults, longest, lineEnds } = this;
    const shift = this.shiftCount > 1 ? null : (this.shift ?? 0);
    const columns = [...this.names.keys()].map((name, at) => ({ name, guess: this.guess(at) }));
    return { columns, records, faults, shift, longest, lineEnds };
  }

  /** Text that looks like a number is text: JSON could have said that it is one. */
  private guess(at: number): InferredColumn {
    const kinds = this.kinds[at] ?? new Set();
    const found = judgeProfile(this.profiles[at] ?? new ColumnProfile(PLAIN_CELLS));
    const as = (type: InferredColumn['type']): InferredColumn => ({ ...found, type, question: null });
    if (kinds.size === 1 && kinds.has('nested')) return as('json');
    if (kinds.has('nested') || kinds.size > 1) return as('text');
    const numeric = /^(bigint|hugeint|double|boolean|decimal)/.test(found.type);
    return kinds.has('string') && (numeric || found.question !== null) ? as('text') : saidToBeNumbers(found);
  }
}
