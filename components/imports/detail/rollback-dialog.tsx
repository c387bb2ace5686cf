'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useIdentity } from '@/components/shell/identity';
import { useOwnImports } from '@/components/shell/own-imports';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import { apiFetch } from '@/lib/http/api-fetch';
import type { Import } from '@/lib/imports/contract';
import { newImportId } from '@/lib/imports/new-import-id';
import { importKeys, rollbackQuery } from '@/lib/imports/queries';
import type { RollbackOutcome } from '@/lib/imports/rollback';
import { rollBackImport } from '@/lib/imports/rollback-contract';
import { importPath } from '@/lib/navigation/import-path';
import { RollbackCounts } from './rollback-counts';

/** The three buckets before a roll back, the rows that stay, and the one button that does it. */
export function RollbackDialog({ import: import_, onClose }: { import: Import; onClose: () => void }) {
  const { number } = import_;
  const { name } = useIdentity();
  const { remember } = useOwnImports();
  const router = useRouter();
  const client = useQueryClient();
  // Made once, so that pressing again after a lost answer does not roll back twice.
  const [id] = useState(newImportId);
  const preview = useQuery(rollbackQuery(import_.id));
  const rollBack = useMutation({
    mutationFn: () =>
      apiFetch(rollBackImport, {
        params: { id: import_.id },
        body: { id, ...(name === undefined ? {} : { owner: name }) },
      }),
    onSuccess: (made) => {
      remember(made.id);
      onClose();
      router.push(importPath(made.number ?? made.id));
    },
    onSettled: () => client.invalidateQueries({ queryKey: importKeys.all }),
  });
  const outcome = preview.data;
  const isNothing = outcome !== undefined && outcome.removed + outcome.restored === 0;
  const reason =
    outcome === undefined ? 'Wait for the preview' : isNothing ? 'There is nothing to take back' : undefined;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Roll back #${number}?`}
      role="alertdialog"
      foot={
        <div className="flex flex-1 flex-wrap justify-end gap-2 py-3">
          <Button autoFocus onPress={onClose}>
            Keep #{number}
          </Button>
          <Button
            variant="danger"
            isBusy={rollBack.isPending}
            disabledReason={reason}
            onPress={() => rollBack.mutate()}
          >
            Roll back #{number}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-3 px-5 py-4 text-base">
        {preview.isPending && <Skeleton label="Counting what would change" />}
        {preview.isError && (
          <p role="alert" className="text-danger">
            {preview.error.message}
          </p>
        )}
        {outcome && (
          <>
            <RollbackCounts outcome={outcome} tense="would" />
            <LineageMoves {...outcome.lineage.objects} />
            {outcome.parts.length > 1 && <Parts outcome={outcome} />}
            <KeptRows outcome={outcome} />
            <p className="text-sm text-fg-2">
              The roll back is an import of its own with a new snapshot. Snapshot #{number} and its receipt
              stay readable.
            </p>
          </>
        )}
        {rollBack.isError && (
          <p role="alert" className="text-danger">
            {rollBack.error.message}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function LineageMoves({ added, removed }: { added: number; removed: number }) {
  if (added + removed === 0) return null;
  const comes = `${countOf(added, 'object')} ${added === 1 ? 'comes' : 'come'} back`;
  const leaves = `${added === 0 ? countOf(removed, 'object') : formatCount(removed)} ${removed === 1 ? 'leaves' : 'leave'}`;
  const words = [...(added > 0 ? [comes] : []), ...(removed > 0 ? [leaves] : [])];
  return <p className="text-sm text-fg-2 tabular">In the lineage {words.join(', ')}.</p>;
}

function Parts({ outcome }: { outcome: RollbackOutcome }) {
  return (
    <ul className="text-sm text-fg-2 tabular">
      {outcome.parts.map((part) => (
        <li key={part.dataset ?? ''}>
          <b className="font-medium text-fg">{part.dataset ?? 'Catalog'}</b>: {formatCount(part.removed)}{' '}
          removed, {formatCount(part.restored)} restored, {formatCount(part.kept)} kept
        </li>
      ))}
    </ul>
  );
}

function KeptRows({ outcome }: { outcome: RollbackOutcome }) {
  if (outcome.kept === 0) return null;
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-default rounded-tag font-medium text-accent hover:underline pointer-coarse:py-3">
        {countOf(outcome.keptRows.length, 'kept row')} of {formatCount(outcome.kept)}
      </summary>
      <ul className="max-h-48 overflow-auto text-fg-2">
        {outcome.keptRows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never moves
          <li key={index} className="break-words">
            {row.dataset === null ? '' : `${row.dataset} `}
            {Object.entries(row.key)
              .map(([name, value]) => `${name} ${value ?? 'null'}`)
              .join(', ')}
            {row.changedBy === null ? ', gone since' : `, changed by #${row.changedBy}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
