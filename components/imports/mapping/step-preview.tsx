'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { MessageBlock } from '@/components/ui/message-block';
import { TextField } from '@/components/ui/text-field';
import { importListQuery } from '@/lib/imports/queries';
import { checkChoices } from '../draft/draft-choices';
import { type KnownSource, knownSources, proposeSourceName } from '../draft/propose-source-name';
import { editsOf, planRowFile } from '../draft/rows/row-files';
import { proposeScriptSource } from '../draft/scripts/propose-script-source';
import { scriptDialect } from '../draft/scripts/script-dialect';
import { summariseFiles, whyNotInMode } from '../draft/summarise-files';
import { readyFiles } from '../session/session-state';
import { useImportSession } from '../session/use-import-session';
import { BadRecordFields } from './bad-record-fields';
import { CorrectsNote } from './corrects-note';
import { DryRunCard } from './dry-run/dry-run-card';
import { FileFacts } from './file-facts';
import { FileNav } from './file-nav';
import { DatasetFields } from './rows/dataset-fields';
import { RowFacts } from './rows/row-facts';
import { SameContent } from './same-content';
import { SourceFields } from './source-fields';

/** Step 2: what is in the files, where it goes, and what happens with bad records. */
export function StepPreview({ asksName }: { asksName: boolean }) {
  const { session, state } = useImportSession();
  const files = readyFiles(state);
  const [selectedKey, setSelectedKey] = useState(files[0]?.key ?? '');
  const selected = files.find((file) => file.key === selectedKey) ?? files[0];
  const rows = selected ? planRowFile(selected, state.targets) : null;
  const known = useKnownSources();
  const namesOf = (kind: 'extract' | 'script') =>
    files.filter((file) => file.preview?.kind === kind).map((file) => file.name);
  const scripts = namesOf('script');
  const proposed =
    scripts.length > 0
      ? proposeScriptSource(scripts)
      : proposeSourceName(
          namesOf('extract'),
          known.map((source) => source.name),
        );
  const dialect = scriptDialect(state.files, state.choices);
  useEffect(() => session.proposeSource(proposed), [session, proposed]);

  const summary = summariseFiles(state.files);
  const checked = checkChoices(state.choices, summary.hasExtract, dialect);
  const { sourceName, ...others } = checked.ok ? {} : checked.errors;
  // An empty name is only a fault once somebody emptied it.
  const errors = state.hasTypedSource && sourceName !== undefined ? { ...others, sourceName } : others;
  const lacks = whyNotInMode(summary, state.choices.mode);
  return (
    <div className="grid grid-cols-1 sm:h-[calc(100dvh-10.75rem)] sm:grid-cols-[12rem_minmax(0,1fr)_20rem]">
      <div className="border-line bg-sunken max-sm:border-b sm:overflow-auto sm:border-r">
        <FileNav
          files={files}
          targets={state.targets}
          selected={selected?.key ?? ''}
          onSelect={setSelectedKey}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-3 px-4 py-4 sm:overflow-auto sm:px-5">
        {selected && <CorrectsNote file={selected} />}
        {selected && <SameContent file={selected} />}
        {rows ? (
          <RowFacts planned={rows} keys={editsOf(rows.dataset, state.datasets, state.targets).key} />
        ) : (
          selected && <FileFacts file={selected} dialect={dialect} />
        )}
      </div>
      <div className="flex flex-col gap-5 border-line px-4 py-4 max-sm:border-t sm:overflow-auto sm:border-l sm:px-5">
        {state.problem !== null && (
          <MessageBlock tone="danger" title="It did not start">
            {state.problem}
          </MessageBlock>
        )}
        {rows ? (
          <DatasetFields planned={rows} />
        ) : (
          <SourceFields
            choices={state.choices}
            dialect={dialect}
            errors={errors}
            known={known}
            onChange={session.setChoices}
          />
        )}
        {lacks !== null && (
          <MessageBlock tone="warn" title="Not a whole extract">
            {lacks}
          </MessageBlock>
        )}
        <BadRecordFields choices={state.choices} errors={errors} onChange={session.setChoices} />
        {asksName && (
          <TextField
            label="Your name"
            value={state.choices.ownerName}
            onChange={(ownerName) => session.setChoices({ ownerName })}
            hint="Others see who imports. It is not checked."
            error={errors.ownerName}
            maxLength={80}
          />
        )}
        <DryRunCard />
      </div>
    </div>
  );
}

function useKnownSources(): KnownSource[] {
  const { data } = useInfiniteQuery(importListQuery({ state: 'succeeded', limit: 50 }));
  return useMemo(() => knownSources(data?.pages.flatMap((page) => page.items) ?? []), [data]);
}
