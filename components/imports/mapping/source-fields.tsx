'use client';
import { useId } from 'react';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { SqlDialect } from '@/lib/lineage/sql/dialect';
import type { ChoiceErrors, DraftChoices } from '../draft/draft-choices';
import type { KnownSource } from '../draft/propose-source-name';
import { DIALECT_OPTIONS } from '../draft/scripts/dialect-options';

type SourceFieldsProps = {
  choices: DraftChoices;
  /** The one that was chosen, or that the text looks like. */
  dialect: SqlDialect;
  errors: ChoiceErrors;
  /** Sources that imports brought in before. */
  known: readonly KnownSource[];
  onChange: (changes: Partial<DraftChoices>) => void;
};

/** Into which source the files go, and what happens with what it had. */
export function SourceFields({ choices, dialect, errors, known, onChange }: SourceFieldsProps) {
  const name = choices.sourceName.trim();
  const before = known.find((source) => source.name === name);
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <h3 id={headingId} className="text-base font-semibold">
        Into source
      </h3>
      <TextField
        label="Source name"
        value={choices.sourceName}
        onChange={(sourceName) => onChange({ sourceName })}
        hint={hintFor(name, before)}
        error={errors.sourceName}
        maxLength={128}
      />
      <KnownSources
        known={known.map((source) => source.name)}
        current={name}
        onChoose={(sourceName) => onChange({ sourceName })}
      />
      <Select
        label="SQL dialect"
        value={dialect}
        onChange={(chosen) => onChange({ dialect: chosen })}
        options={DIALECT_OPTIONS}
      />
      <TextField
        label="Database in object names"
        value={choices.database}
        onChange={(database) => onChange({ database })}
        placeholder={name === '' ? 'Same as the source' : name}
        error={errors.database}
        maxLength={128}
      />
      <RadioGroup
        label="What the source had before"
        value={choices.mode}
        onChange={(mode) => onChange({ mode })}
        options={[
          {
            value: 'replace',
            label: 'Replace what this source had',
            hint: 'What is not in these files ends with this snapshot',
          },
          { value: 'merge', label: 'Add and update', hint: 'What is not in these files stays as it is' },
        ]}
      />
    </section>
  );
}

function hintFor(name: string, before: KnownSource | undefined): string {
  if (name === '') return 'For example the name of the server or database';
  return before ? `Imported before, last with #${before.number} by ${before.owner}` : 'A new source';
}

function KnownSources(props: {
  known: readonly string[];
  current: string;
  onChoose: (name: string) => void;
}) {
  const others = props.known.filter((name) => name !== props.current).slice(0, 4);
  if (others.length === 0) return null;
  return (
    <p className="-mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-fg-3">
      {props.current === '' ? 'Choose' : 'Or'}
      {others.map((name) => (
        <button
          key={name}
          type="button"
          onClick={() => props.onChoose(name)}
          className="max-w-40 truncate rounded-tag text-accent hover:underline pointer-coarse:min-h-11"
          title={name}
        >
          {name}
        </button>
      ))}
    </p>
  );
}
