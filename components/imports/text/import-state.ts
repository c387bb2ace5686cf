import {
  Check,
  CirclePause,
  CircleX,
  FilePen,
  FlaskConical,
  Hourglass,
  type LucideIcon,
  TriangleAlert,
  X,
  Zap,
} from 'lucide-react';
import type { Import } from '@/lib/imports/contract';
import { isPaused, type Pause } from '@/lib/imports/pause';

export type StateLook = {
  tone: 'ok' | 'warn' | 'danger' | 'accent' | 'neutral' | 'outline';
  label: string;
  icon: LucideIcon | null;
  isRunning: boolean;
};

/** How the state of an import is written and drawn. */
export function importStateLook(
  import_: Pick<Import, 'state' | 'receipt'> & { dryRun?: boolean; pause?: Pause | null },
): StateLook {
  const rejected = import_.receipt?.rejected ?? 0;
  if (import_.dryRun === true && import_.state === 'succeeded')
    return { tone: 'outline', label: 'Dry run, nothing written', icon: FlaskConical, isRunning: false };
  if (isPaused(import_))
    return { tone: 'warn', label: 'Waits for an answer', icon: CirclePause, isRunning: false };
  switch (import_.state) {
    case 'draft':
      return { tone: 'neutral', label: 'Draft', icon: FilePen, isRunning: false };
    case 'waiting':
      return { tone: 'outline', label: 'In line', icon: Hourglass, isRunning: false };
    case 'checking':
    case 'publishing':
      return { tone: 'accent', label: 'Running', icon: null, isRunning: true };
    case 'succeeded':
      return rejected > 0
        ? {
            tone: 'warn',
            label: `Published, ${rejected.toLocaleString('en-US')} rejected`,
            icon: TriangleAlert,
            isRunning: false,
          }
        : { tone: 'ok', label: 'Published', icon: Check, isRunning: false };
    case 'failed':
      return { tone: 'danger', label: 'Failed', icon: CircleX, isRunning: false };
    case 'cancelled':
      return { tone: 'neutral', label: 'Cancelled', icon: X, isRunning: false };
    case 'interrupted':
      return { tone: 'danger', label: 'Interrupted', icon: Zap, isRunning: false };
  }
}

/** True once nothing more will happen to an import. */
export function isOver(state: Import['state']): boolean {
  return ['succeeded', 'failed', 'cancelled', 'interrupted'].includes(state);
}

/** True while an import holds the lock. */
export function isRunning(state: Import['state']): boolean {
  return state === 'checking' || state === 'publishing';
}
