import type { FilePreview } from '@/lib/formats/preview/file-preview';
import { readRowTable } from '@/lib/formats/preview/rows/read-row-table';
import { reasonPositions } from '@/lib/imports/reason-columns';

/** The number of the import whose rejects a file brings, as its own reason columns say; null for every other file. */
export function rejectsOf(preview: FilePreview): number | null {
  const found = headAndFirst(preview);
  if (found === null) return null;
  const [at] = reasonPositions(found.header);
  const number = at === undefined ? undefined : found.first[at];
  return number != null && /^[1-9]\d{0,9}$/.test(number.trim()) ? Number(number) : null;
}

type Glance = { header: string[]; first: readonly (string | null)[] };

function headAndFirst(preview: FilePreview): Glance | null {
  if (preview.kind === 'extract')
    return { header: preview.table.columns.map((it) => it.name), first: preview.table.rows[0] ?? [] };
  if (preview.kind !== 'rows') return null;
  const { columns, records } = readRowTable(preview.sample, {});
  return { header: columns.map((it) => it.name), first: records[0]?.cells ?? [] };
}
