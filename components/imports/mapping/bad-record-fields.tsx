'use client';
import { useId } from 'react';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import type { ChoiceErrors, DraftChoices } from '../draft/draft-choices';

type BadRecordFieldsProps = {
  choices: DraftChoices;
  errors: ChoiceErrors;
  onChange: (changes: Partial<DraftChoices>) => void;
};

/** What happens with records that cannot be loaded, decided before the start. */
export function BadRecordFields({ choices, errors, onChange }: BadRecordFieldsProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-2">
      <h3 id={headingId} className="text-base font-semibold">
        Bad records
      </h3>
      <RadioGroup
        label="Bad records"
        isLabelHidden
        value={choices.onBadRecord}
        onChange={(onBadRecord) => onChange({ onBadRecord })}
        options={[
          { value: 'stop', label: 'Stop if there is one, write nothing' },
          { value: 'keep', label: 'Keep good records, unless more than' },
        ]}
      />
      {choices.onBadRecord === 'keep' && (
        <div className="flex flex-col gap-1 pl-6">
          <div className="flex flex-wrap items-start gap-1.5 text-sm leading-7 pointer-coarse:leading-11">
            <TextField
              label="Most bad records"
              isLabelHidden
              size={28}
              value={choices.maxRejects}
              onChange={(maxRejects) => onChange({ maxRejects })}
              error={errors.maxRejects}
              className="w-16"
            />
            records or
            <TextField
              label="Most bad records in percent"
              isLabelHidden
              size={28}
              value={choices.maxRejectPercent}
              onChange={(maxRejectPercent) => onChange({ maxRejectPercent })}
              error={errors.maxRejectPercent}
              className="w-12"
            />
            % are bad
          </div>
          <p className="text-xs text-fg-3">Over either limit, everything is undone.</p>
        </div>
      )}
    </section>
  );
}
