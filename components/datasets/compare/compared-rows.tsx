'use client';
import { type ReactNode, useState } from 'react';
import { type KeyHint, useKeyHints } from '@/components/shell/keys/key-hints-context';
import { useAnnounce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { MessageBlock } from '@/components/ui/message-block';
import { PHONE, useMediaQuery } from '@/components/ui/use-media-query';
import { formatCount } from '@/lib/format-text/format-count';
import type { DatasetDetail } from '../dataset-head';
import { CompareGrid, type SeenDifferences } from './compare-grid';
import { CompareStatus } from './compare-status';
import { CompareToolbar } from './compare-toolbar';
import { type Comparison, columnsToShow } from './comparison';
import type { Kind } from './use-compare-address';

const KEYS: readonly KeyHint[] = [
  { keys: ['↑', '↓', '←', '→'], does: 'Move the cell' },
  { keys: ['Enter'], does: 'Open the row, before and after' },
  { keys: ['H'], does: 'Row history' },
  { keys: ['Ctrl', 'C'], does: 'Copy the cell' },
];

type ComparedRowsProps = {
  dataset: DatasetDetail;
  from: number;
  to: number;
  /** Undefined: all kinds. */
  change: Kind | undefined;
  onChange: (change: Kind | undefined) => void;
  /** Where the two snapshots are chosen. */
  picks: ReactNode;
};

/** How many rows differ, and the rows themselves with what changed in them. */
export function ComparedRows({ dataset, from, to, change, onChange, picks }: ComparedRowsProps) {
  const isPhone = useMediaQuery(PHONE) === true;
  const [chosenOrigin, setOrigin] = useState<boolean>();
  const hasOrigin = chosenOrigin ?? !isPhone;
  const [isOnlyChanged, setOnlyChanged] = useState(true);
  const [known, setKnown] = useState<Comparison>();
  const [seen, setSeen] = useState<SeenDifferences>();
  useKeyHints('Compared rows', KEYS);
  const announce = useAnnounce();
  const learn = (answer: Comparison) => {
    setKnown(answer);
    if (known !== undefined) return;
    const [added, changed, removed] = [answer.added, answer.changed, answer.removed].map(formatCount);
    announce(`Compared: ${added} rows added, ${changed} changed, ${removed} removed`);
  };
  const columns = columnsToShow(known?.columns ?? [], isOnlyChanged);
  return (
    <>
      <CompareToolbar
        picks={picks}
        known={known}
        change={change}
        onChange={onChange}
        hasOrigin={hasOrigin}
        onOrigin={setOrigin}
        isOnlyChanged={isOnlyChanged}
        onOnlyChanged={setOnlyChanged}
      />
      {known !== undefined && known.total === 0 ? (
        <div className="min-h-0 flex-1 bg-bg p-6">
          <NoRows known={known} change={change} onAll={() => onChange(undefined)} />
        </div>
      ) : (
        <CompareGrid
          dataset={dataset}
          input={{ from, to, ...(change === undefined ? {} : { change }) }}
          columns={columns}
          hasOrigin={hasOrigin}
          onKnown={learn}
          onSeen={setSeen}
        />
      )}
      <CompareStatus known={known} change={change} seen={seen} shownColumns={columns.length} />
    </>
  );
}

type NoRowsProps = { known: Comparison; change: Kind | undefined; onAll: () => void };

function NoRows({ known: { from, to, added, changed, removed }, change, onAll }: NoRowsProps) {
  if (change === undefined || added + changed + removed === 0)
    return (
      <MessageBlock title="No row differs">
        Every row of #{from} is in #{to} with the same values, and no other is.
      </MessageBlock>
    );
  return (
    <MessageBlock
      title={`No row was ${change}`}
      action={
        <Button variant="link" size={28} onPress={onAll}>
          Show all rows that differ
        </Button>
      }
    >
      Between #{from} and #{to} other rows differ.
    </MessageBlock>
  );
}
