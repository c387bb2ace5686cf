import { DiffPill } from '@/components/ui/diff-pill';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { Import, Receipt } from '@/lib/imports/contract';
import { Card } from './card';

const KINDS = ['added', 'removed', 'changed'] as const;

/** What the import changed in the lineage, and what it ended. */
export function LineageCard({ import: import_, receipt }: { import: Import; receipt: Receipt }) {
  const rows = [
    ['Objects', receipt.lineage.objects],
    ['Edges', receipt.lineage.edges],
  ] as const;
  return (
    <Card title="Lineage changes">
      <dl className="flex flex-col gap-2">
        {rows.map(([name, change]) => (
          <div key={name} className="flex items-center gap-2 text-base">
            <dt className="w-16">{name}</dt>
            <dd className="flex flex-wrap gap-2">
              {KINDS.filter((kind) => change[kind] > 0).map((kind) => (
                <DiffPill key={kind} kind={kind} count={change[kind]} />
              ))}
              {KINDS.every((kind) => change[kind] === 0) && <span className="text-fg-2">none</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-fg-2">
        {receipt.ended === 0
          ? 'No earlier row ended with this import.'
          : `${countOf(receipt.ended, 'earlier row')}${import_.source ? ` of ${import_.source.name}` : ''} ended, because ${
              receipt.ended === 1 ? 'it is' : 'they are'
            } not in these files.`}
        {receipt.retries > 0 && ` Publishing was tried ${formatCount(receipt.retries + 1)} times.`}
      </p>
    </Card>
  );
}
