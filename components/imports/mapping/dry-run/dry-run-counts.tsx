import { Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { Import, Receipt } from '@/lib/imports/contract';
import { shownDataset } from '@/lib/navigation/dataset-path';
import { PartSwatch, ReceiptBar } from '../../receipt/receipt-bar';
import { isBalanced, RECEIPT_PARTS } from '../../receipt/receipt-parts';
import { PLAN_WORDS } from '../../text/plan-words';

type DryRunCountsProps = { import: Import; receipt: Receipt; onDetails: () => void };

/** The six parts of the receipt that the import would have, and what becomes of its datasets and the lineage. */
export function DryRunCounts({ import: { choices }, receipt, onDetails }: DryRunCountsProps) {
  const { conflicts } = receipt;
  const limit = choices.onBadRecord === 'keep' ? `limit ${formatCount(choices.maxRejects)}` : 'none allowed';
  return (
    <div className="flex flex-col gap-2">
      <ReceiptBar counts={receipt} />
      <ul aria-label="Counts of the dry run" className="flex flex-col gap-1.5 text-sm">
        {RECEIPT_PARTS.map((part) => (
          <li key={part} className="flex flex-col gap-1.5">
            <span className="flex items-center gap-2">
              <PartSwatch part={part} />
              <span className="flex-1">
                {PLAN_WORDS[part]}{' '}
                {part === 'rejected' && receipt.rejected > 0 && <span className="text-fg-3">{limit}</span>}
              </span>
              {part === 'rejected' && receipt.rejected > 0 ? (
                <Review label="rejected records" count={receipt.rejected} onPress={onDetails} />
              ) : (
                <b className="font-semibold tabular">{formatCount(receipt[part])}</b>
              )}
            </span>
            {part === 'duplicates' && conflicts.count > 0 && (
              <span className="flex items-center gap-2 pl-4.5">
                <span className="flex-1 text-fg-2">of these in conflict</span>
                <Review label="conflicts" count={conflicts.count} onPress={onDetails} />
              </span>
            )}
          </li>
        ))}
        <li className="flex items-center gap-2 border-t border-line pt-1.5 font-semibold">
          <Icon icon={Scale} size={14} className={isBalanced(receipt) ? 'text-ok' : 'text-danger'} />
          <span className={`flex-1 ${isBalanced(receipt) ? 'text-ok' : 'text-danger'}`}>
            {isBalanced(receipt) ? 'Balanced' : 'Not balanced'}
          </span>
          <span className="tabular">{formatCount(receipt.read)}</span>
        </li>
      </ul>
      <Effects receipt={receipt} />
    </div>
  );
}

function Review({ label, count, onPress }: { label: string; count: number; onPress: () => void }) {
  return (
    <Button
      variant="link"
      size={24}
      className="-mr-1"
      onPress={onPress}
      aria-label={`${formatCount(count)} to review: ${label}`}
    >
      {formatCount(count)} to review
    </Button>
  );
}

function Effects({ receipt: { datasets, ended, lineage } }: { receipt: Receipt }) {
  const { objects, edges } = lineage;
  const lines: ReactNode[] = datasets.map((it) => {
    const rows = it.created
      ? `new, ${countOf(it.rowsAfter, 'row')}`
      : `${formatCount(it.rowsBefore)} rows now, ${formatCount(it.rowsAfter)} then`;
    const added =
      it.created || it.columnsAdded.length === 0 ? '' : `; columns added: ${it.columnsAdded.join(', ')}`;
    const widened = it.columnsWidened.map(({ name, from, to }) => `; ${name} widened from ${from} to ${to}`);
    return (
      <li key={it.name} className="break-words">
        <b className="font-medium text-fg">{shownDataset(it.name)}</b>: {rows}
        {added}
        {widened.join('')}
      </li>
    );
  });
  if (ended > 0) lines.push(<li key="ended">{countOf(ended, 'row')} that are there end</li>);
  return (
    <ul className="flex flex-col gap-0.5 text-xs text-fg-2 tabular">
      {lines}
      <li>
        Lineage: {countOf(objects.added, 'object')} and {countOf(edges.added, 'edge')} added,{' '}
        {objects.removed} and {edges.removed} removed
      </li>
    </ul>
  );
}
