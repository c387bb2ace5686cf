import { formatEta } from '@/lib/format-text/format-duration';
import { speakDuration } from '@/lib/format-text/speak-duration';
import type { Import, ImportPhase, Progress } from '@/lib/imports/contract';

const PHASES: Record<ImportPhase, string> = {
  upload: 'Upload',
  check: 'Check',
  publish: 'Publish',
  done: 'Done',
};

/** The name of a phase on the screens. */
export function phaseWord(phase: ImportPhase): string {
  return PHASES[phase];
}

/** `orders.csv`, `a.csv and b.csv`, `a.csv and 3 more`. */
export function fileNames(names: readonly string[]): string {
  const [first = 'no files', second] = names;
  if (names.length <= 1) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} more`;
}

/** `Import #43`, or `Import` while it has no number. */
export function importTitle(import_: Pick<Import, 'number'>): string {
  return import_.number === null ? 'Import' : `Import #${import_.number}`;
}

/** Time left with its unit of meaning: `52 s left`, `estimating`. */
export function timeLeft(etaSeconds: number | null): string {
  return etaSeconds === null ? 'estimating' : `${formatEta(etaSeconds)} left`;
}

/** Progress for a screen reader: `58 percent, 52 seconds left`. */
export function spokenProgress(progress: Pick<Progress, 'percent' | 'etaSeconds'>): string {
  return `${Math.floor(progress.percent)} percent, ${speakDuration(timeLeft(progress.etaSeconds))}`;
}

/** A percentage as the screens write it; 100 only when it is over. */
export function percentText(percent: number): string {
  return `${Math.floor(Math.min(100, Math.max(0, percent)))} %`;
}

/** First name, for short sentences such as "Anna is importing". */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
