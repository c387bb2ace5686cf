import { Fragment } from 'react';
import { formatCount } from '@/lib/format-text/format-count';
import { PartSwatch } from './receipt-bar';
import { type PartCounts, RECEIPT_PARTS } from './receipt-parts';

/** read = inserted + updated + unchanged + duplicates + rejected + skipped, zeros included. */
export function ReceiptEquation({ counts, size = 'xl' }: { counts: PartCounts; size?: 'xl' | 'lg' }) {
  const number = `${size === 'xl' ? 'text-xl' : 'text-lg'} font-semibold tabular`;
  return (
    <dl className="flex flex-wrap items-start justify-between gap-x-3 gap-y-2">
      <div className="flex flex-col-reverse">
        <dt className="text-sm text-fg-2">read</dt>
        <dd className={number}>{formatCount(counts.read)}</dd>
      </div>
      {RECEIPT_PARTS.map((part, index) => (
        <Fragment key={part}>
          <div
            aria-hidden="true"
            className={`${size === 'xl' ? 'text-xl' : 'text-lg'} font-normal text-fg-3 max-sm:hidden`}
          >
            {index === 0 ? '=' : '+'}
          </div>
          <div className="flex flex-col-reverse">
            <dt className="flex items-center gap-1.5 text-sm text-fg-2">
              <PartSwatch part={part} />
              {part}
            </dt>
            <dd className={number}>{formatCount(counts[part])}</dd>
          </div>
        </Fragment>
      ))}
    </dl>
  );
}
