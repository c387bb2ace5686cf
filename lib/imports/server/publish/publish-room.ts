import 'server-only';
import { VERSION_COLUMNS } from '@/lib/workspace/data-table';
import type { Room } from '@/lib/workspace/server/with-room';
import type { ImportRecord } from '../records/import-record';
import type { Stage } from '../stage/stage-import';

const MIB = 1024 * 1024;
/** Enough for two threads with small rows, and for the blocks that they fill in each column. */
const ROOM = 72 * MIB;
const ROOM_BY_COLUMN = MIB;
/** Keys are compared part by part: see `splitStaged`. */
const ROOM_OF_KEYS = 128 * MIB;
/** Each thread holds a row group, while it is filled and while it is written: two of larger rows are more than the room. */
const GROUP_ROWS = 122_880;
const GROUPS_HELD = 3;
const SMALL_ROW_BYTES = 128;
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
  const appends = files.every(({ dataset }) => {
    const { mode, key } = { ...choices, ...choices.datasets?.[dataset ?? ''] };
    return (mode ?? 'append') === 'append' && key === undefined;
  });
  const columns = Math.max(0, ...files.map(({ columns }) => columns.length));
  const areSmall = rowBytes <= SMALL_ROW_BYTES;
  const rows = areSmall ? 0 : GROUPS_HELD * GROUP_ROWS * rowBytes;
  return {
    bytes: Math.round((appends ? ROOM : ROOM_OF_KEYS) + columns * ROOM_BY_COLUMN + rows),
    beginBytes: areSmall ? (columns + VERSION_COLUMNS.length) * BEGIN_BY_COLUMN : 0,
  };
}
