import Link from 'next/link';
import { Pill } from '@/components/ui/pill';
import { ProgressBar } from '@/components/ui/progress-bar';
import { countOf } from '@/lib/format-text/format-count';
import { formatTimeAgo } from '@/lib/format-text/format-time';
import type { Import } from '@/lib/imports/contract';
import { importPath } from '@/lib/navigation/import-path';
import { ReceiptBar } from '../receipt/receipt-bar';
import { importStateLook, isRunning } from '../text/import-state';
import { fileNames, importTitle, spokenProgress } from '../text/import-words';
import { rowFacts } from './row-facts';

/** One import on a phone; the whole card opens it. */
export function HistoryCard({ import: import_, now }: { import: Import; now: Date | undefined }) {
  const look = importStateLook(import_);
  const facts = rowFacts(import_);
  const at = new Date(import_.finishedAt ?? import_.startedAt ?? import_.createdAt);
  const when = facts.when ?? (now ? formatTimeAgo(at, now) : '');
  return (
    <li>
      <Link
        href={importPath(import_.number ?? import_.id)}
        className="flex flex-col gap-1.5 rounded-card border border-line bg-surface px-3 py-2.5"
      >
        <span className="flex items-center justify-between gap-2">
          <span className="text-phone font-semibold">{importTitle(import_)}</span>
          <Pill tone={look.tone} isRunning={look.isRunning} {...(look.icon ? { icon: look.icon } : {})}>
            {look.label}
          </Pill>
        </span>
        <span className="truncate text-base">{fileNames(import_.files.map((file) => file.name))}</span>
        {isRunning(import_.state) && (
          <ProgressBar
            label="Progress"
            percent={import_.progress.percent}
            text={spokenProgress(import_.progress)}
          />
        )}
        {import_.receipt && import_.state === 'succeeded' && (
          <ReceiptBar counts={import_.receipt} size="small" />
        )}
        <span className="text-sm text-fg-2">
          {import_.owner.name} · {when}
          {import_.receipt ? ` · ${countOf(import_.receipt.read, 'record')}` : ''}
        </span>
      </Link>
    </li>
  );
}
