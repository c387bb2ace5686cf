'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOwnImports } from '@/components/shell/own-imports';
import { Button } from '@/components/ui/button';
import { apiFetch } from '@/lib/http/api-fetch';
import { type Import, startImport } from '@/lib/imports/contract';
import type { Counted } from '@/lib/imports/pause';
import { importKeys } from '@/lib/imports/queries';
import { Card } from '../detail/card';
import { PlanTable } from './plan-table';

/** A draft whose files are all there and whose effect was counted: it can be started here, whoever prepared it. */
export function StartKeptDraft({ import: { id }, counted }: { import: Import; counted: Counted }) {
  const client = useQueryClient();
  const { remember } = useOwnImports();
  const start = useMutation({
    mutationFn: () => {
      remember(id);
      return apiFetch(startImport, {
        params: { id },
        body: { onBusy: 'wait', expectedDryRun: counted.dryRun },
        headers: { Prefer: 'respond-async' },
      });
    },
    onSettled: () => client.invalidateQueries({ queryKey: importKeys.all }),
  });
  return (
    <Card title="What it would do">
      <div className="flex flex-col items-start gap-3">
        <PlanTable
          caption="What starting this draft would do"
          plans={[{ title: 'When it was last counted', counts: counted.counts }]}
        />
        <p className="text-sm text-fg-2">
          When somebody else imports, it waits in line. If it would do something else by then, it asks first.
        </p>
        <Button variant="primary" isBusy={start.isPending} onPress={() => start.mutate()}>
          Start import
        </Button>
        {start.isError && (
          <p role="alert" className="text-sm text-danger">
            {start.error.message}
          </p>
        )}
      </div>
    </Card>
  );
}
