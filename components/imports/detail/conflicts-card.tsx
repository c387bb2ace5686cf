'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { Conflict, Receipt } from '@/lib/imports/contract';
import { Card } from './card';

const SHOWN_FIRST = 5;

/** Keys that two files hold with different values: which one won, which one lost, and the lines of both. */
export function ConflictsCard({ conflicts }: { conflicts: Receipt['conflicts'] }) {
  const [isAll, setAll] = useState(false);
  if (conflicts.count === 0) return null;
  const items = isAll ? conflicts.items : conflicts.items.slice(0, SHOWN_FIRST);
  const hidden = conflicts.count - items.length;
  const isKept = items.length === conflicts.items.length;
  return (
    <Card
      title="Same key in two files"
      note={`${countOf(conflicts.count, 'conflict')}, the later file wins`}
      actions={
        <span className="flex items-center gap-1 text-sm text-fg-2">
          {formatCount(items.length)} of {formatCount(conflicts.count)} shown
          {hidden > 0 && `, ${formatCount(hidden)} ${isKept ? 'only counted' : 'hidden'}`}
          {!isKept && (
            <Button variant="link" size={24} onPress={() => setAll(true)}>
              Show{' '}
              {conflicts.items.length === conflicts.count ? 'all' : `the first ${conflicts.items.length}`}
            </Button>
          )}
        </span>
      }
    >
      <ScrollRegion label="Conflicts" className="-mx-4 -mb-3 max-h-96 rounded-b-card">
        <Table
          caption="Same key in two files"
          className="[&_td:last-child]:pr-4 [&_th:first-child]:pl-4 [&_th:last-child]:pr-4"
        >
          <thead>
            <tr>
              {['Key', 'Column', 'Winner', 'File and line', 'Loser', 'File and line'].map((head, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two heads have the same words
                <HeadCell key={index}>{head}</HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((conflict, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a key may be in conflict more than once
              <ConflictRows key={index} conflict={conflict} />
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </Card>
  );
}

function ConflictRows({ conflict }: { conflict: Conflict }) {
  const { key, columns, winner, loser } = conflict;
  return columns.map((column, index) => (
    <tr key={column}>
      <RowHead className="tabular">
        {index === 0 ? <KeyText cells={key} /> : <span className="sr-only">same key</span>}
      </RowHead>
      <Cell className="font-mono text-xs">{column}</Cell>
      <Cell className="max-w-48 truncate font-medium">
        {winner.values[column] ?? <i className="text-fg-3">null</i>}
      </Cell>
      <Cell className="whitespace-nowrap text-fg-2">{place(winner)}</Cell>
      <Cell className="max-w-48 truncate text-fg-2">
        <s>{loser.values[column] ?? 'null'}</s>
      </Cell>
      <Cell className="whitespace-nowrap text-fg-2">{place(loser)}</Cell>
    </tr>
  ));
}

function KeyText({ cells }: { cells: Conflict['key'] }) {
  const parts = Object.entries(cells);
  return (
    <span title={parts.map(([name, value]) => `${name} ${value ?? 'null'}`).join(', ')}>
      {parts.map(([, value]) => value ?? 'null').join(', ')}
    </span>
  );
}

function place({ file, line, record }: Conflict['winner']): string {
  return line === null ? `${file}, record ${formatCount(record)}` : `${file}:${formatCount(line)}`;
}
