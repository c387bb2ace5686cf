import type { Import } from '@/lib/imports/contract';

/** Saves the receipt with what it belongs to as a JSON file. */
export function saveReceipt(import_: Import): void {
  const { number, id, state, owner, mode, source, startedAt, finishedAt, receipt } = import_;
  const document_ = { import: number, id, state, owner, mode, source, startedAt, finishedAt, receipt };
  const address = URL.createObjectURL(
    new Blob([`${JSON.stringify(document_, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = `receipt-${number ?? id}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
