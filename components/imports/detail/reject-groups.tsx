import type { z } from 'zod';
import { RejectGroupTable } from '@/components/ui/reject-group-table';
import type { listRejects, Reject } from '@/lib/imports/contract';
import { rejectRanges } from './reject-ranges';

type Group = z.infer<typeof listRejects.response>['groups'][number];

/** Rejected records of an import by column and code, with their rows. */
export function RejectGroups({ groups, items }: { groups: readonly Group[]; items: readonly Reject[] }) {
  return (
    <RejectGroupTable
      groups={groups}
      place={{
        head: 'Rows',
        cell: (group) => <span className="block text-fg-2 sm:min-w-28">{rejectRanges(items, group)}</span>,
      }}
    />
  );
}
