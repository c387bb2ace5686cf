import type { ReactNode } from 'react';

type MessageBlockProps = {
  tone?: 'plain' | 'danger' | 'warn';
  /** What is the case. */
  title: string;
  /** What still works. */
  children?: ReactNode;
  /** One action: a link or a button of variant `link`. */
  action?: ReactNode;
  className?: string;
};

const TONES = {
  plain: { box: 'border border-line bg-surface', title: 'text-fg' },
  danger: { box: 'bg-danger-tint', title: 'text-danger' },
  warn: { box: 'bg-warn-tint', title: 'text-warn' },
} as const;

/** Empty and error states: what is the case, what still works, one action. An error is announced at once. */
export function MessageBlock({ tone = 'plain', title, children, action, className }: MessageBlockProps) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : undefined}
      className={`flex flex-col items-start rounded-card px-3 py-2.5 text-sm ${TONES[tone].box} ${className ?? ''}`}
    >
      <p className={`text-base font-semibold ${TONES[tone].title}`}>{title}</p>
      {children !== undefined && <div className="text-fg-2">{children}</div>}
      {action !== undefined && <div className="-ml-1">{action}</div>}
    </div>
  );
}
