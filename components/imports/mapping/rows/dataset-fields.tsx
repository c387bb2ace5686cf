'use client';
import { useId } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { countOf } from '@/lib/format-text/format-count';
import type { DatasetEdits } from '../../draft/rows/dataset-edits';
import { editsOf, type RowFile, shownName } from '../../draft/rows/row-files';
import { useImportSession } from '../../session/use-import-session';
import { AllIntoOne } from './all-into-one';
import { ConflictOrderFields } from './conflict-order-fields';
import { DatasetName } from './dataset-name';
import { KeyFields } from './key-fields';
import { LookupFailed } from './lookup-failed';
import { useKnownDatasets } from './use-targets';

/** Into which dataset the rows of a file go, and how they change it. */
export function DatasetFields({ planned }: { planned: RowFile }) {
  const { session, state } = useImportSession();
  const headingId = useId();
  const { file, view, dataset, target, plan } = planned;
  const edits = editsOf(dataset, state.datasets, state.targets);
  const change = (changes: Partial<DatasetEdits>) => dataset !== null && session.setDataset(dataset, changes);
  const columns = (plan?.columns ?? []).flatMap((column) => column.as ?? []);
  const added = (plan?.columns ?? []).filter((column) => column.isNew);
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <h3 id={headingId} className="text-base font-semibold">
        Into dataset
      </h3>
      <DatasetName
        value={view.edits.dataset ?? (dataset === null ? '' : shownName(dataset))}
        isValid={dataset !== null}
        hint={hintOf(planned)}
        known={useKnownDatasets()}
        onChange={(name) => session.editRows(file.key, { ...view.edits, dataset: name })}
      />
      <LookupFailed />
      <AllIntoOne dataset={dataset} />
      <SegmentedControl
        label="How the rows change the dataset"
        value={edits.mode}
        onChange={(mode) => change({ mode })}
        options={[
          { value: 'append', label: 'Append' },
          { value: 'replace', label: 'Replace' },
          { value: 'upsert', label: 'Upsert' },
        ]}
        className="w-full"
      />
      <p className="-mt-1 text-xs text-fg-3">{MODE_WORDS[edits.mode]}</p>
      <KeyFields edits={edits} columns={columns} onChange={change} />
      <ConflictOrderFields planned={planned} />
      {target !== null && added.length > 0 && (
        <Select
          label={`${countOf(added.length, 'new column')}: ${added.map((it) => it.as).join(', ')}`}
          value={edits.newColumns}
          onChange={(newColumns) => change({ newColumns })}
          options={[
            { value: 'add', label: 'Add to the dataset' },
            { value: 'ignore', label: 'Leave out' },
            { value: 'stop', label: 'Stop the import' },
          ]}
        />
      )}
    </section>
  );
}

function hintOf({ isLookedUp, target }: RowFile): string {
  if (!isLookedUp) return 'Not looked up yet';
  return target === null ? 'A new dataset' : `${countOf(target.rows, 'row')} now`;
}

const MODE_WORDS = {
  append: 'All rows are added; what is there stays.',
  replace: 'What is there ends with this snapshot; older snapshots keep it.',
  upsert: 'Rows with a known key are updated, others are added.',
} as const;
