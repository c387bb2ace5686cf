import type { ReactNode } from 'react';

type BarFrameProps = {
  tone: 'accent' | 'ok' | 'danger' | 'warn';
  /** Avatar or icon. */
  mark: ReactNode;
  title: string;
  /** Name of the region; two bars on a page need different ones. */
  label?: string;
  children?: ReactNode;
  actions: ReactNode;
  /** The 2 px line at the bottom. */
  line?: ReactNode;
};

const TONES = {
  accent: 'bg-accent-tint text-accent',
  ok: 'bg-ok-tint text-ok',
  danger: 'bg-danger-tint text-danger',
  warn: 'bg-warn-tint text-warn',
} as const;

/** One line under the top bar, 40 px high. */
export function BarFrame({
  tone,
  mark,
  title,
  label = 'What is going on',
  children,
  actions,
  line,
}: BarFrameProps) {
  return (
    <section
      aria-label={label}
      data-moves-focus
      className={`relative flex min-h-10 shrink-0 items-center gap-3 px-3 max-sm:gap-2 ${TONES[tone]}`}
    >
      <span className="flex size-6 shrink-0 items-center justify-center">{mark}</span>
      <p className="flex min-w-0 flex-1 items-center gap-x-3 overflow-hidden text-base whitespace-nowrap text-fg max-sm:gap-x-1.5 max-sm:text-sm">
        <span className="shrink-0 font-semibold max-sm:shrink max-sm:truncate">{title}</span>
        {children}
      </p>
      <div className="flex shrink-0 items-center gap-2">{actions}</div>
      {line !== undefined && <div className="absolute inset-x-0 bottom-0">{line}</div>}
    </section>
  );
}
