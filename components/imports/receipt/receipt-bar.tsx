import { describeCounts, type PartCounts, RECEIPT_PARTS, type ReceiptPart } from './receipt-parts';
import './receipt-patterns.css';

type ReceiptBarProps = { counts: PartCounts; size?: 'large' | 'small' };

/** What was read as a bar of its six parts. Parts that are there stay visible, however small they are. */
export function ReceiptBar({ counts, size = 'large' }: ReceiptBarProps) {
  const parts = RECEIPT_PARTS.filter((part) => counts[part] > 0);
  const least = size === 'large' ? 'min-w-2' : 'min-w-1';
  return (
    <div
      role="img"
      aria-label={describeCounts(counts)}
      className={`flex w-full gap-0.5 overflow-hidden rounded-tag bg-active ${size === 'large' ? 'h-3' : 'h-2'}`}
    >
      {parts.map((part) => (
        <span
          key={part}
          className={`receipt-${part} ${least} basis-0`}
          style={{ flexGrow: counts[part] / Math.max(1, counts.read) }}
        />
      ))}
    </div>
  );
}

/** The pattern of a part, as a small square beside its name. */
export function PartSwatch({ part }: { part: ReceiptPart }) {
  return (
    <span aria-hidden="true" className={`receipt-${part} inline-block size-2.5 shrink-0 rounded-[2px]`} />
  );
}

/** Which pattern is which. */
export function ReceiptKey() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-fg-2">
      {RECEIPT_PARTS.map((part) => (
        <li key={part} className="flex items-center gap-1.5">
          <PartSwatch part={part} />
          {part}
        </li>
      ))}
    </ul>
  );
}
