import { formatBytes } from '@/lib/format-text/format-bytes';
import { formatCount } from '@/lib/format-text/format-count';
import { formatDuration } from '@/lib/format-text/format-duration';
import type { CurrentJob, Import } from '@/lib/imports/contract';
import { percentText } from '../text/import-words';

/** What the browser knows about sending the files. */
export type Sending = {
  sent: number;
  total: number;
  bytesPerSecond: number | null;
  /** Seconds it took, once it is over and was measured here. */
  tookSeconds: number | null;
};

export type Segment = {
  phase: 'upload' | 'check' | 'publish';
  label: string;
  state: 'done' | 'current' | 'next';
  /** 0 to 100 of this phase; null where there is no total yet. */
  percent: number | null;
  lines: string[];
};

/** The three phases of an import with what is known of each. Before the start the browser counts, then the server. */
export function phaseSegments(import_: Import, sending: Sending | null): Segment[] {
  return [uploadSegment(import_, sending), checkSegment(import_), publishSegment(import_)];
}

function uploadSegment(import_: Import, sending: Sending | null): Segment {
  const total = import_.files.reduce((sum, file) => sum + file.size, 0);
  const isOpen = import_.state === 'draft' || import_.phase === 'upload';
  if (!isOpen || sending === null || sending.sent >= sending.total) {
    const took = sending?.tookSeconds ? ` in ${formatDuration(sending.tookSeconds)}` : '';
    const lines = [`${formatBytes(total)}${took}`, 'before the lock'];
    return { phase: 'upload', label: 'Upload', state: 'done', percent: 100, lines };
  }
  const speed = sending.bytesPerSecond === null ? [] : [`${formatBytes(sending.bytesPerSecond)}/s`];
  return {
    phase: 'upload',
    label: 'Upload',
    state: 'current',
    percent: sending.total === 0 ? null : (sending.sent / sending.total) * 100,
    lines: [`${formatBytes(sending.sent)} of ${formatBytes(sending.total)}`, ...speed],
  };
}

function checkSegment(import_: Import): Segment {
  const { rows, totalRows, percent } = import_.progress;
  if (import_.state === 'publishing' || import_.state === 'succeeded') {
    const read = import_.receipt?.read ?? totalRows ?? rows;
    return {
      phase: 'check',
      label: 'Check',
      state: 'done',
      percent: 100,
      lines: [`${formatCount(read)} records`],
    };
  }
  if (import_.state !== 'checking') {
    return {
      phase: 'check',
      label: 'Check',
      state: 'next',
      percent: 0,
      lines: ['every record, then', 'what they change'],
    };
  }
  if (rows === 0) {
    return {
      phase: 'check',
      label: 'Check',
      state: 'current',
      percent,
      lines: ['counting the records', ...speedLine(import_.progress)],
    };
  }
  const of = totalRows === null ? '' : ` of ${formatCount(totalRows)}`;
  return {
    phase: 'check',
    label: 'Check',
    state: 'current',
    percent,
    lines: [`${formatCount(rows)}${of} records`, ...speedLine(import_.progress)],
  };
}

/** Records and bytes a second, as far as they are known. */
function speedLine({ rowsPerSecond, bytesPerSecond }: Import['progress']): string[] {
  const rows = rowsPerSecond > 0 ? [`${formatCount(Math.round(rowsPerSecond))} records/s`] : [];
  const bytes = bytesPerSecond > 0 ? [`${formatBytes(bytesPerSecond)}/s`] : [];
  const speeds = [...rows, ...bytes];
  return speeds.length === 0 ? [] : [speeds.join(', ')];
}

function publishSegment(import_: Import): Segment {
  const base = { phase: 'publish', label: 'Publish' } as const;
  if (import_.state === 'succeeded')
    return { ...base, state: 'done', percent: 100, lines: ['readers can switch'] };
  if (import_.state === 'publishing') {
    return {
      ...base,
      state: 'current',
      percent: import_.progress.percent,
      lines: ['one transaction,', 'all or nothing'],
    };
  }
  return { ...base, state: 'next', percent: 0, lines: ['then all readers', 'can switch at once'] };
}

/** The phases of the running import as the lock tells them, before its details are there; lines keep their place. */
export function jobSegments(job: Pick<CurrentJob, 'phase' | 'percent'>): Segment[] {
  const order = ['upload', 'check', 'publish'] as const;
  const labels = { upload: 'Upload', check: 'Check', publish: 'Publish' };
  const current = job.phase === 'done' ? order.length : order.indexOf(job.phase);
  return order.map((phase, index) => ({
    phase,
    label: labels[phase],
    state: index < current ? 'done' : index === current ? 'current' : 'next',
    percent: index < current ? 100 : index === current ? job.percent : 0,
    lines: ['\u00a0', '\u2002'],
  }));
}

/** The percent beside the label of the phase that runs. */
export function segmentPercent(segment: Segment): string {
  return segment.state === 'current' && segment.percent !== null ? percentText(segment.percent) : '';
}
