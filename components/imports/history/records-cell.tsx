import { ProgressBar } from '@/components/ui/progress-bar';
import { formatCount } from '@/lib/format-text/format-count';
import type { Import } from '@/lib/imports/contract';
import { ReceiptBar } from '../receipt/receipt-bar';
import { isRunning } from '../text/import-state';
import { percentText, phaseWord, spokenProgress } from '../text/import-words';

/** The records of an import: its receipt, its progress, or why there are none. What is not a receipt takes three columns. */
export function RecordsCell({ import: import_, className }: { import: Import; className: string }) {
  const receipt = import_.receipt;
  if (import_.state === 'succeeded' && receipt) {
    return (
      <td className={className}>
        <span className="flex items-center gap-3">
          <span className="w-32 shrink-0">
            <ReceiptBar counts={receipt} size="small" />
          </span>
          <span className="tabular">{formatCount(receipt.read)}</span>
        </span>
      </td>
    );
  }
  return (
    <td className={className} colSpan={3}>
      {isRunning(import_.state) ? (
        <Running import={import_} />
      ) : (
        <span className="line-clamp-2 text-fg-2" title={endWords(import_)}>
          {endWords(import_)}
        </span>
      )}
    </td>
  );
}

function Running({ import: import_ }: { import: Import }) {
  const { percent, totalRows } = import_.progress;
  const of = totalRows === null || import_.phase !== 'check' ? '' : ` of ${formatCount(totalRows)}`;
  const phase = phaseWord(import_.phase);
  return (
    <span className="flex items-center gap-3">
      <ProgressBar
        label={phase}
        percent={percent}
        text={spokenProgress(import_.progress)}
        className="w-40 shrink-0"
      />
      <span className="truncate text-sm text-fg-2 tabular">
        {phase}, {percentText(percent)}
        {of}
      </span>
    </span>
  );
}

function endWords(import_: Import): string {
  switch (import_.state) {
    case 'waiting':
      return 'Starts by itself when its turn comes';
    case 'cancelled':
      return `Cancelled${import_.cancelledBy === null ? '' : ` by ${import_.cancelledBy}`}. Nothing was written.`;
    case 'interrupted':
      return 'The server stopped while it ran. Nothing was written.';
    case 'failed':
      return `${import_.problem?.detail ?? 'It failed.'}`;
    default:
      return '';
  }
}
