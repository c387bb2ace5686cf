import type { CurrentJob } from '@/lib/imports/contract';

const QUARTERS = [75, 50, 25] as const;
const PHASES = { upload: 'Upload', check: 'Check', publish: 'Publish', done: 'Done' } as const;

/** What was last said: import, phase and the quarter of it. */
export type Told = { key: string; atMs: number } | null;

/**
 * What screen readers should hear of a running import: its start and each quarter of a phase, at most once in 10 s.
 * Returns null when there is nothing new to say.
 */
export function progressAnnouncement(
  job: CurrentJob,
  told: Told,
  nowMs: number,
): { text: string; told: Told } | null {
  const quarter = QUARTERS.find((part) => job.percent >= part) ?? 0;
  const key = `${job.id}:${job.phase}:${quarter}`;
  if (told?.key === key) return null;
  const isStart = told === null || !told.key.startsWith(job.id);
  if (!isStart && nowMs - told.atMs < 10_000) return null;
  const text = isStart
    ? `${job.owner.name} is importing ${job.files[0] ?? ''}`.trim()
    : `Import ${job.number}: ${PHASES[job.phase]} ${Math.round(job.percent)} percent`;
  return { text, told: { key, atMs: nowMs } };
}
