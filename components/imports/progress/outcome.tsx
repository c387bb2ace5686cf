import { CircleCheck, CircleX, X } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { countOf } from '@/lib/format-text/format-count';
import type { Import } from '@/lib/imports/contract';
import { ProblemBlock } from '../detail/problem-block';
import { RejectSummary } from '../detail/reject-summary';
import { KeptDraft } from '../pause/kept-draft';
import { BalanceLine } from '../receipt/balance-line';
import { ReceiptBar } from '../receipt/receipt-bar';
import { ReceiptEquation } from '../receipt/receipt-equation';

/** How an import ended: its receipt in short, or what went wrong and where. */
export function Outcome({ import: import_ }: { import: Import }) {
  if (import_.state === 'succeeded') return <Published import={import_} />;
  if (import_.state === 'cancelled') {
    return (
      <div className="flex flex-col gap-1">
        <p className="flex items-center gap-2 text-xl">
          <Icon icon={X} size={20} className="text-fg-2" />
          Cancelled{import_.cancelledBy === null ? '' : ` by ${import_.cancelledBy}`}
        </p>
        {import_.pause?.answer === 'none' && <p className="text-base">{import_.problem?.detail}</p>}
        <p className="text-base text-fg-2">
          <KeptDraft import={import_} />
        </p>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-center gap-2 text-xl text-danger">
        <Icon icon={CircleX} size={20} />
        {import_.state === 'interrupted' ? 'The import was interrupted' : 'The import failed'}, nothing was
        written
      </p>
      {import_.problem && <ProblemBlock problem={import_.problem} />}
      <RejectSummary importId={import_.id} />
    </div>
  );
}

function Published({ import: import_ }: { import: Import }) {
  const receipt = import_.receipt;
  if (!receipt) return null;
  const { objects, edges } = receipt.lineage;
  return (
    <div className="flex flex-col gap-4">
      <div>
        <p className="flex items-center gap-2 text-xl">
          <Icon icon={CircleCheck} size={20} className="text-ok" />
          Published as snapshot #{import_.number}
        </p>
        <p className="text-base text-fg-2">
          {countOf(objects.added, 'object')} added, {objects.changed} changed, {objects.removed} removed.{' '}
          {countOf(edges.added, 'edge')} added, {edges.changed} changed, {edges.removed} removed.
        </p>
      </div>
      <div className="flex flex-col gap-3 rounded-card border border-line px-4 py-3">
        <ReceiptEquation counts={receipt} size="lg" />
        <ReceiptBar counts={receipt} />
        <BalanceLine counts={receipt} />
      </div>
      {receipt.rejected > 0 && <RejectSummary importId={import_.id} />}
    </div>
  );
}
