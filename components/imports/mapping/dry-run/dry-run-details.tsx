'use client';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Import } from '@/lib/imports/contract';
import { ConflictsCard } from '../../detail/conflicts-card';
import { RejectSummary } from '../../detail/reject-summary';

type DryRunDetailsProps = { import: Import; isOpen: boolean; onClose: () => void };

/** What a dry run found that somebody should look at: records that would be rejected, and keys that two files hold. */
export function DryRunDetails({ import: import_, isOpen, onClose }: DryRunDetailsProps) {
  const { receipt } = import_;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Found by the dry run"
      width="xl"
      foot={
        <div className="flex flex-1 justify-end">
          <Button variant="primary" onPress={onClose}>
            Back to the mapping
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-4 px-5 py-4">
        {receipt && <ConflictsCard conflicts={receipt.conflicts} />}
        <RejectSummary importId={import_.id} />
      </div>
    </Dialog>
  );
}
