'use client';
import { useState } from 'react';
import { type KeyHint, useKeyHints } from '@/components/shell/keys/key-hints-context';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { StatusLine } from '@/components/ui/status-line';
import { PHONE, useMediaQuery } from '@/components/ui/use-media-query';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { DatasetDetail } from '../dataset-head';
import { RowsGrid, type Seen } from './rows-grid';
import { RowsToolbar } from './rows-toolbar';
import { useRowsAddress } from './use-rows-address';

const KEYS: readonly KeyHint[] = [
  { keys: ['↑', '↓', '←', '→'], does: 'Move the cell' },
  { keys: ['Enter'], does: 'Open the cell' },
  { keys: ['H'], does: 'Row history' },
  { keys: ['Ctrl', 'C'], does: 'Copy the cell' },
];

/** The rows of the dataset: sorted, filtered, each with where it came from. */
export function RowsView({ dataset }: { dataset: DatasetDetail }) {
  const { snapshot } = useSnapshot();
  const address = useRowsAddress(dataset.name);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  // A phone has no room beside the values, unless somebody asks for it.
  const isPhone = useMediaQuery(PHONE) === true;
  const [chosenOrigin, setOrigin] = useState<boolean>();
  const [chosenProfile, setProfile] = useState<boolean>();
  const hasOrigin = chosenOrigin ?? !isPhone;
  const hasProfile = chosenProfile ?? !isPhone;
  useKeyHints('Rows grid', KEYS);
  const [seen, setSeen] = useState<Seen>();
  const columns = dataset.columns.filter((column) => !hidden.has(column.name));
  const hiddenCount = dataset.columns.length - columns.length;
  if (typeof snapshot !== 'number') return null;
  return (
    <>
      <RowsToolbar
        dataset={dataset}
        address={address}
        hidden={hidden}
        onHidden={setHidden}
        hasOrigin={hasOrigin}
        onOrigin={setOrigin}
        hasProfile={hasProfile}
        onProfile={setProfile}
        snapshot={snapshot}
      />
      <RowsGrid
        key={`${dataset.name} ${snapshot} ${address.sort} ${address.filter}`}
        dataset={dataset}
        columns={columns}
        snapshot={snapshot}
        address={address}
        hasOrigin={hasOrigin}
        hasProfile={hasProfile}
        onSeen={setSeen}
      />
      <StatusLine
        end={seen?.answeredInMs === undefined ? undefined : `Answered in ${Math.ceil(seen.answeredInMs)} ms`}
      >
        {seen?.total === undefined ? (
          'Loading rows'
        ) : (
          <>
            {seen.total > 0 && (
              <>
                Rows{' '}
                <b className="text-fg">
                  {formatCount(seen.from)}–{formatCount(seen.to)}
                </b>{' '}
                of{' '}
              </>
            )}
            <b className="text-fg">{formatCount(seen.total)}</b>
            {seen.total === 0 && ' rows'} ·{' '}
            {address.filter === ''
              ? 'no filter'
              : `${formatCount(dataset.rows - seen.total)} of ${formatCount(dataset.rows)} hidden by the filter`}
            {hiddenCount > 0 && ` · ${countOf(hiddenCount, 'column')} hidden`}
          </>
        )}
      </StatusLine>
    </>
  );
}
