import { formatBytes } from '@/lib/format-text/format-bytes';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { Import } from '@/lib/imports/contract';
import { roleWords } from '../draft/role-words';
import { percentText } from '../text/import-words';

export type FileLine = {
  id: string;
  name: string;
  role: string;
  amount: string;
  state: 'done' | 'current' | 'next' | 'stopped';
  note: string;
};

/** What the browser knows of a file: how much was sent, its kind and its records. */
export type LocalFile = {
  id: string;
  sent: number;
  state: string;
  reason: string | null;
  role: string;
  records: string;
};

/** One line for each file of an import, in its order. */
export function fileLines(import_: Import, local: ReadonlyMap<string, LocalFile>): FileLine[] {
  return import_.files.map((file, index): FileLine => {
    const here = local.get(file.id);
    const role = file.role ? roleWords(file.role) : (here?.role ?? '');
    const counted = import_.receipt?.files[index]?.read;
    const read = import_.state === 'checking' ? import_.progress.files[index] : undefined;
    const amount = counted !== undefined ? countOf(counted, 'record') : readSoFar(read, here, file.size);
    return { id: file.id, name: file.name, role, amount, ...stateOf(import_, file, index, here) };
  });
}

function readSoFar(
  read: Import['progress']['files'][number] | undefined,
  here: LocalFile | undefined,
  size: number,
): string {
  if (!read || read.rows === 0 || read.percent >= 100) {
    return read?.totalRows ? countOf(read.totalRows, 'record') : (here?.records ?? formatBytes(size));
  }
  return read.totalRows === null
    ? `${formatCount(read.rows)} records`
    : `${formatCount(read.rows)} of ${formatCount(read.totalRows)}`;
}

function stateOf(
  import_: Import,
  file: Import['files'][number],
  index: number,
  here: LocalFile | undefined,
): Pick<FileLine, 'state' | 'note'> {
  const sent = here?.sent ?? file.received;
  if (import_.state === 'draft') {
    if (here?.state === 'stopped') return { state: 'stopped', note: here.reason ?? 'stopped' };
    if (here?.state === 'retrying') return { state: 'current', note: 'connection lost, trying again' };
    if (sent >= file.size) return { state: 'done', note: 'sent' };
    return { state: sent > 0 ? 'current' : 'next', note: percentText((sent / file.size) * 100) };
  }
  if (import_.state === 'succeeded' || import_.state === 'publishing')
    return { state: 'done', note: 'checked' };
  if (import_.state !== 'checking') return { state: 'next', note: 'waits' };
  const progress = import_.progress.files[index];
  if (!progress || (progress.rows === 0 && progress.percent === 0)) return { state: 'next', note: 'waits' };
  return progress.percent >= 100
    ? { state: 'done', note: 'read' }
    : { state: 'current', note: percentText(progress.percent) };
}
