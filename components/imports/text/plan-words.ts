import type { ReceiptPart } from '../receipt/receipt-parts';

/** What an import would do with its records, part by part. */
export const PLAN_WORDS: Record<ReceiptPart, string> = {
  inserted: 'Create',
  updated: 'Update',
  unchanged: 'Unchanged',
  duplicates: 'Duplicate key in file',
  rejected: 'Rejected',
  skipped: 'Skipped',
};
