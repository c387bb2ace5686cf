import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import { RunningMark } from './running-mark';

export type PillTone = 'ok' | 'warn' | 'danger' | 'accent' | 'neutral' | 'outline';

const TONES: Record<PillTone, string> = {
  ok: 'border-transparent bg-ok-tint text-ok',
  warn: 'border-transparent bg-warn-tint text-warn',
  danger: 'border-transparent bg-danger-tint text-danger',
  accent: 'border-transparent bg-accent-tint text-accent',
  neutral: 'border-transparent bg-sunken text-fg-2',
  outline: 'border-line-strong bg-surface text-fg-2',
};

type PillProps = {
  tone: PillTone;
  icon?: LucideIcon;
  isRunning?: boolean;
  children: ReactNode;
  title?: string;
};

/** A state: icon plus words. */
export function Pill({ tone, icon, isRunning, children, title }: PillProps) {
  return (
    <span
      title={title}
      className={classNames(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full border px-2 text-xs font-semibold',
        TONES[tone],
      )}
    >
      {isRunning === true ? <RunningMark size={12} /> : icon && <Icon icon={icon} size={12} />}
      {children}
    </span>
  );
}
