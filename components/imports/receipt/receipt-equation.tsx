import { Fragment } from 'react';
import { formatCount } from '@/lib/format-text/format-count';
import { PartSwatch } from './receipt-bar';
import { type PartCounts, RECEIPT_PARTS } from './receipt-parts';

/** read = inserted + updated + unchanged + duplicates + rejected + skipped, zeros included. */
export function ReceiptEquation({ counts, size = 'xl' }: { counts: PartCounts; size?: 'xl' | 'lg' }) {
  const text = size === 'xl' ? 'text-xl' : 'text-lg';
  return (
    <ul aria-label="Receipt" className="flex flex-wrap items-start justify-between gap-x-3 gap-y-2">
      <li>
        <span className={`block tabular ${text}`}>{formatCount(counts.read)}</span>
        <span className="block text-sm text-fg-2">read</span>
      </li>
      {RECEIPT_PARTS.map((part, index) => (
        <Fragment key={part}>
          <li aria-hidden="true" className={`font-normal! text-fg-3 max-sm:hidden ${text}`}>
            {index === 0 ? '=' : '+'}
          </li>
          <li>
            <span className={`block tabular ${text}`}>{formatCount(counts[part])}</span>
            <span className="flex items-center gap-1.5 text-sm text-fg-2">
              <PartSwatch part={part} />
              {part}
            </span>
          </li>
        </Fragment>
      ))}
    </ul>
  );
}
