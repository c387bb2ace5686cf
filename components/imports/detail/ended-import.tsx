import type { Import } from '@/lib/imports/contract';
import { BalanceLine } from '../receipt/balance-line';
import { ReceiptBar } from '../receipt/receipt-bar';
import { ReceiptEquation } from '../receipt/receipt-equation';
import { Card } from './card';
import { ChoicesCard } from './choices-card';
import { ConflictsCard } from './conflicts-card';
import { DatasetsCard } from './datasets-card';
import { FilesCard } from './files-card';
import { LineageCard } from './lineage-card';
import { LogCard } from './log-card';
import { NotWritten } from './not-written';
import { NotesCard } from './notes-card';
import { RejectsCard } from './rejects-card';
import { RollbackCard } from './rollback-card';

/** The receipt of a published import; for one that did not publish, why, where, and what to do. */
export function EndedImport({ import: import_ }: { import: Import }) {
  const receipt = import_.state === 'succeeded' ? import_.receipt : null;
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_24.5rem]">
      <div className="flex min-w-0 flex-col gap-4">
        {receipt ? (
          <Card>
            <div className="flex flex-col gap-3">
              <ReceiptEquation counts={receipt} />
              <ReceiptBar counts={receipt} />
              <BalanceLine counts={receipt} />
            </div>
          </Card>
        ) : (
          <NotWritten import={import_} />
        )}
        <FilesCard import={import_} />
        <RejectsCard import={import_} />
        {receipt && <ConflictsCard conflicts={receipt.conflicts} />}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {receipt && (
          <DatasetsCard datasets={receipt.datasets} snapshot={import_.dryRun ? null : import_.number} />
        )}
        {receipt && <LineageCard import={import_} receipt={receipt} />}
        {receipt && <NotesCard notes={receipt.notes} />}
        {receipt && !import_.dryRun && <RollbackCard import={import_} />}
        <ChoicesCard import={import_} />
        <LogCard import={import_} />
      </div>
    </div>
  );
}
