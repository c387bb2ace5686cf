import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { RejectGroupTable, rejectedColumn } from '@/components/ui/reject-group-table';
import type { listDatasetRejects } from '@/lib/datasets/contract';
import type { RejectGroupRef } from '@/lib/datasets/queries';
import { formatCount } from '@/lib/format-text/format-count';
import type { EndpointResponse } from '@/lib/http/endpoint';
import { importPath } from '@/lib/navigation/import-path';

const IMPORTS_MAX = 4;

type Group = EndpointResponse<typeof listDatasetRejects>['groups'][number];
type RejectedGroupsProps = {
  groups: readonly Group[];
  listed: RejectGroupRef | undefined;
  onList: (group: RejectGroupRef) => void;
};

const refOf = ({ code, column }: Group): RejectGroupRef => ({ code, column: column ?? '' });

/** Rejected records of a dataset by column and code, with the loads they are from; each group can be listed. */
export function RejectedGroups({ groups, listed, onList }: RejectedGroupsProps) {
  return (
    <RejectGroupTable
      groups={groups}
      isMarked={(group) => listed?.code === group.code && listed.column === refOf(group).column}
      place={{ head: 'Imports', cell: (group) => <Imports numbers={group.imports} /> }}
      action={{
        name: 'List',
        cell: (group) => (
          <Button
            variant="link"
            size={24}
            aria-label={`List records: ${rejectedColumn(group)}, ${group.code}`}
            onPress={() => onList(refOf(group))}
          >
            List
          </Button>
        ),
      }}
    />
  );
}

function Imports({ numbers }: { numbers: readonly number[] }) {
  const more = numbers.length - IMPORTS_MAX;
  return (
    <span className="whitespace-nowrap">
      {numbers.slice(0, IMPORTS_MAX).map((number, index) => (
        <span key={number}>
          {index > 0 && ', '}
          <Link href={importPath(number)} className="text-accent hover:underline">
            #{number}
          </Link>
        </span>
      ))}
      {more > 0 && <span className="text-fg-2"> and {formatCount(more)} more</span>}
    </span>
  );
}
