import 'server-only';
import { VERSION_COLUMNS } from '@/lib/workspace/data-table';
import type { Room } from '@/lib/workspace/server/with-room';
import type { ImportRecord } from '../records/import-record';
import type { Stage } from '../stage/stage-import';

const MIB = 1024 * 1024;
/** Enough for two threads with small rows or one with others, and for the blocks that they fill in each column. */
const ROOM = 72 * MIB;
const ROOM_BY_COLUMN = MIB;
/** Keys are compared part by part: see `splitStaged`. */
const ROOM_OF_KEYS = 128 * MIB;
/** Each thread holds a row group of 122,880 rows: two of larger rows are more than the room. */
const SMALL_ROW_BYTES = 128;
/** The engine gives a thread to 4 MiB for each column, and grants about half of what is free: two threads, not three. */
const BEGIN_BY_COLUMN = 16 * MIB;

/**
 * The memory for a publish of rows; a publish that needs more is tried again with all there is. Undefined for an extract: it is small, and its joins
 * may take all there is.
 */
export function publishRoom(
  { choices, files: uploads }: Pick<ImportRecord, 'choices' | 'files'>,
  { files }: Pick<Stage, 'files'>,
): Room | undefined {
  if (files.some(({ role }) => role !== 'rows')) return undefined;
  const appends = files.every(({ dataset }) => {
    const { mode, key } = { ...choices, ...choices.datasets?.[dataset ?? ''] };
    return (mode ?? 'append') === 'append' && key === undefined;
  });
  const columns = Math.max(0, ...files.map((file) => file.columns.length));
  const bytes = uploads.reduce((sum, { size }) => sum + size, 0);
  const rows = files.reduce((sum, { read }) => sum + read, 0);
  const areSmall = bytes <= rows * SMALL_ROW_BYTES;
  return {
    bytes: (appends ? ROOM : ROOM_OF_KEYS) + columns * ROOM_BY_COLUMN,
    beginBytes: areSmall ? (columns + VERSION_COLUMNS.length) * BEGIN_BY_COLUMN : 0,
  };
}
