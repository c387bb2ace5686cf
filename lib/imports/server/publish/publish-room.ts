import 'server-only';
import { VERSION_COLUMNS } from '@/lib/workspace/data-table';
import { ROW_GROUP_ROWS } from '@/lib/workspace/row-group';
import type { Room } from '@/lib/workspace/server/with-room';
import type { ImportRecord } from '../records/import-record';
import type { Stage } from '../stage/stage-import';

const MIB = 1024 * 1024;
/** Enough for two threads with small rows, and for the blocks that they fill in each column. */
const ROOM = 40 * MIB;
/** The row groups of a Parquet file may be larger than those that the worker writes. */
const ROOM_OF_PARQUET = 72 * MIB;
const ROOM_BY_COLUMN = MIB;
/** More when keys are compared, part by part: see `splitStaged`. */
const ROOM_OF_KEYS = 88 * MIB;
/** Row groups with larger rows, uncompressed: those that two threads read, in buffers of up to twice their size, fill and write. */
const GROUPS_HELD = 12;
const GROUP_BYTES_MOST = 20 * MIB;
/** The engine gives a thread to 4 MiB for each column, and grants about half of what is free: two threads, not three. */
const BEGIN_BY_COLUMN = 16 * MIB;

/**
 * The memory for a publish of rows; a publish that needs more is tried again with all there is. Undefined for an extract, which is small and
 * whose joins may take all there is, and for records that are too long for row groups.
 */
export function publishRoom(
  { choices }: Pick<ImportRecord, 'choices'>,
  { files }: Pick<Stage, 'files'>,
): Room | undefined {
  let rowBytes = 0;
  for (const file of files) {
    if (file.role !== 'rows' || file.rowBytes === null) return undefined;
    rowBytes = Math.max(rowBytes, file.rowBytes);
  }
  const least = files.some(({ format }) => format === 'parquet') ? ROOM_OF_PARQUET : ROOM;
  const appends = files.every(({ dataset }) => {
    const { mode, key } = { ...choices, ...choices.datasets?.[dataset ?? ''] };
    return (mode ?? 'append') === 'append' && key === undefined;
  });
  const columns = Math.max(0, ...files.map(({ columns }) => columns.length));
  const groups = GROUPS_HELD * Math.min(GROUP_BYTES_MOST, ROW_GROUP_ROWS * rowBytes);
  return {
    bytes: Math.round(Math.max(least, groups) + (appends ? 0 : ROOM_OF_KEYS) + columns * ROOM_BY_COLUMN),
    beginBytes: (columns + VERSION_COLUMNS.length) * BEGIN_BY_COLUMN,
  };
}
