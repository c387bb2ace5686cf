import type { FileCounts } from '@/lib/imports/file-counts';

export type ReceiptPart = 'inserted' | 'updated' | 'unchanged' | 'duplicates' | 'rejected' | 'skipped';

/** The six parts of what was read, always in this order, each with its own pattern. */
export const RECEIPT_PARTS: readonly ReceiptPart[] = [
  'inserted',
  'updated',
  'unchanged',
  'duplicates',
  'rejected',
  'skipped',
];

export type PartCounts = Pick<FileCounts, ReceiptPart | 'read'>;

/** True when every record that was read is in exactly one part. */
export function isBalanced(counts: PartCounts): boolean {
  return RECEIPT_PARTS.reduce((sum, part) => sum + counts[part], 0) === counts.read;
}

/** A receipt in words for screen readers: "116 read: 116 inserted, 0 updated, …". */
export function describeCounts(counts: PartCounts): string {
  const parts = RECEIPT_PARTS.map((part) => `${counts[part].toLocaleString('en-US')} ${part}`);
  return `${counts.read.toLocaleString('en-US')} read: ${parts.join(', ')}`;
}
