import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
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

/** Rejected records by column and code, with the loads they are from and an example. */
export function RejectedGroups({ groups, listed, onList }: RejectedGroupsProps) {
  return (
    <ScrollRegion label="Rejected records by column and code">
      <Table caption="Rejected records by column and code">
        <thead>
          <tr>
            <HeadCell className="pl-0">Column</HeadCell>
            <HeadCell>Code</HeadCell>
            <HeadCell isNumber>Records</HeadCell>
            <HeadCell>Imports</HeadCell>
            <HeadCell>Example</HeadCell>
            <HeadCell>Reason</HeadCell>
            <HeadCell>
              <span className="sr-only">List</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const column = group.column ?? '';
            const isListed = listed?.code === group.code && listed.column === column;
            return (
              <tr key={`${column} ${group.code}`} className={isListed ? 'bg-accent-tint' : ''}>
                <RowHead className="pl-0 font-mono text-xs font-semibold whitespace-nowrap">
                  {group.column ?? 'whole record'}
                </RowHead>
                <Cell className="font-mono text-xs text-fg-2">{group.code}</Cell>
                <Cell isNumber className="font-semibold">
                  {formatCount(group.records)}
                </Cell>
                <Cell className="whitespace-nowrap">
                  <Imports numbers={group.imports} />
                </Cell>
                <Cell className="max-w-40 truncate font-mono text-xs">
                  <span title={group.example}>{group.example === '' ? '(empty)' : group.example}</span>
                </Cell>
                <Cell className="min-w-48 py-1 text-fg-2">{group.message}</Cell>
                <Cell>
                  <Button
                    variant="link"
                    size={24}
                    aria-label={`List records: ${group.column ?? 'whole record'}, ${group.code}`}
                    onPress={() => onList({ code: group.code, column })}
                  >
                    List
                  </Button>
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

function Imports({ numbers }: { numbers: readonly number[] }) {
  const more = numbers.length - IMPORTS_MAX;
  return (
    <>
      {numbers.slice(0, IMPORTS_MAX).map((number, index) => (
        <span key={number}>
          {index > 0 && ', '}
          <Link href={importPath(number)} className="text-accent hover:underline">
            #{number}
          </Link>
        </span>
      ))}
      {more > 0 && <span className="text-fg-2"> and {formatCount(more)} more</span>}
    </>
  );
}
