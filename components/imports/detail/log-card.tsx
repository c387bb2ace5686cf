'use client';
import { formatClockSeconds, formatFullTime } from '@/lib/format-text/format-time';
import type { Import } from '@/lib/imports/contract';
import { Card } from './card';
import { logLines } from './log-lines';

/** The course of an import with its times. */
export function LogCard({ import: import_ }: { import: Import }) {
  const lines = logLines(import_);
  return (
    <Card title="Log">
      <ol className="flex flex-col text-sm">
        {lines.map((line, index) => (
          <li key={line.text} className="flex gap-3">
            <time
              dateTime={line.at.toISOString()}
              title={formatFullTime(line.at)}
              className="text-fg-2 tabular"
              suppressHydrationWarning
            >
              {formatClockSeconds(line.at)}
            </time>
            <span aria-hidden="true" className="flex flex-col items-center pt-1.5">
              <span className="size-2 shrink-0 rounded-full border border-fg-3" />
              {index < lines.length - 1 && <span className="w-px flex-1 bg-line-strong" />}
            </span>
            <span className="pb-2.5">{line.text}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
