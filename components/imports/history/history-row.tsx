import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { Pill } from '@/components/ui/pill';
import { formatCount } from '@/lib/format-text/format-count';
import { formatDuration } from '@/lib/format-text/format-duration';
import { formatFullTime, formatTimeAgo } from '@/lib/format-text/format-time';
import type { Import } from '@/lib/imports/contract';
import { importPath } from '@/lib/navigation/import-path';
import { importStateLook } from '../text/import-state';
import { fileNames } from '../text/import-words';
import { HistoryMark } from './history-mark';
import { LineageCounts } from './lineage-counts';
import { RecordsCell } from './records-cell';
import { rowFacts } from './row-facts';

type HistoryRowProps = { import: Import; isFirst: boolean; isLast: boolean; now: Date | undefined };

const CELL = 'h-10 border-b border-line px-2 py-1 align-middle text-base';

/** One import of the list: order, state, what came in, by whom, its records, and when. */
export function HistoryRow({ import: import_, isFirst, isLast, now }: HistoryRowProps) {
  const look = importStateLook(import_);
  const facts = rowFacts(import_);
  const names = import_.files.map((file) => file.name);
  const isDone = import_.state === 'succeeded';
  const at = new Date(import_.finishedAt ?? import_.startedAt ?? import_.createdAt);
  return (
    <tr className="hover:bg-hover/50">
      <td className="relative w-12 border-b border-line p-0">
        <HistoryMark
          state={import_.state}
          isChild={import_.parent !== null}
          isFirst={isFirst}
          isLast={isLast}
        />
      </td>
      <th scope="row" className={`${CELL} text-left font-semibold tabular`}>
        {import_.number === null ? (
          <Link href={importPath(import_.id)} className="text-fg-2 hover:underline">
            <span className="sr-only">Import without a number yet</span>
            <span aria-hidden="true">–</span>
          </Link>
        ) : (
          <Link
            href={importPath(import_.number)}
            className={`hover:underline ${isDone || facts.isUnfinished ? '' : 'text-fg-2'}`}
          >
            #{import_.number}
          </Link>
        )}
      </th>
      <td className={CELL}>
        <Pill tone={look.tone} isRunning={look.isRunning} {...(look.icon ? { icon: look.icon } : {})}>
          {isDone && (import_.receipt?.rejected ?? 0) > 0 ? 'Published, rejects' : look.label}
        </Pill>
      </td>
      <td className={`${CELL} max-w-0`}>
        <span className="block truncate font-medium" title={names.join(', ')}>
          {fileNames(names)}
        </span>
        <span className="block truncate text-xs text-fg-2">{facts.what}</span>
      </td>
      <td className={CELL}>
        <span className="flex items-center gap-2">
          <Avatar name={import_.owner.name} size={20} isDecorative />
          <span className="max-w-28 truncate" title={import_.owner.name}>
            {import_.owner.name}
          </span>
        </span>
      </td>
      <RecordsCell import={import_} className={CELL} />
      {isDone && (
        <>
          <td className={`${CELL} tabular ${facts.rejected > 0 ? 'font-semibold text-danger' : 'text-fg-2'}`}>
            {formatCount(facts.rejected)}
          </td>
          <td className={CELL}>
            <LineageCounts import={import_} />
          </td>
        </>
      )}
      <td className={`${CELL} whitespace-nowrap text-fg-2 tabular`}>
        {facts.took ?? (facts.tookSeconds === null ? '' : formatDuration(facts.tookSeconds))}
      </td>
      <td className={`${CELL} whitespace-nowrap text-fg-2`} title={formatFullTime(at)}>
        {facts.when ?? (now ? formatTimeAgo(at, now) : '')}
      </td>
    </tr>
  );
}
