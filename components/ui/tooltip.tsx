'use client';
import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Kbd } from './kbd';

type TooltipProps = { text: string; shortcut?: string | undefined; children: ReactElement };

/** Words that appear on hover and on focus of the one control inside (a React Aria control or `Focusable`). */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {children}
      <AriaTooltip
        offset={6}
        className="flex max-w-80 animate-fade-in items-center gap-2 rounded-control border border-line bg-surface px-2 py-1 text-sm text-fg shadow-e2"
      >
        {text}
        {shortcut && <Kbd>{shortcut}</Kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
