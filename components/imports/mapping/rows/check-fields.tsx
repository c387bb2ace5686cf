import { Checkbox } from '@/components/ui/checkbox';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { limitExample } from '@/lib/imports/limit-example';
import { CHECK_FIELDS } from '../../draft/rows/check-words';
import type { PlannedColumn } from '../../draft/rows/plan-rows';
import type { CheckErrors, TypedChecks } from '../../draft/rows/typed-checks';

type CheckFieldsProps = {
  column: Pick<PlannedColumn, 'type' | 'checks' | 'checkErrors'>;
  onChange: (checks: TypedChecks) => void;
};

/** The checks that make sense for the type of a column, and any other that is set. */
export function CheckFields({ column: { type, checks, checkErrors }, onChange }: CheckFieldsProps) {
  const example = limitExample(type);
  const line = (field: Exclude<keyof CheckErrors, 'allowed'>, hint?: string) => (
    <TextField
      label={CHECK_FIELDS[field]}
      size={28}
      value={checks[field]}
      onChange={(value) => onChange({ ...checks, [field]: value })}
      error={sentence(checkErrors[field])}
      {...(hint === undefined ? {} : { hint })}
      className="min-w-0"
    />
  );
  const hasLimits = example !== null || checks.min !== '' || checks.max !== '';
  const hasLengths = type === 'text' || checks.minLength !== '' || checks.maxLength !== '';
  const hasAllowed = (type !== 'json' && type !== 'blob') || checks.allowed !== '';
  return (
    <>
      <Checkbox isSelected={checks.required} onChange={(required) => onChange({ ...checks, required })}>
        Required: no empty cells
      </Checkbox>
      {hasLimits && (
        <div className="grid grid-cols-2 items-start gap-2">
          {line('min', example === null ? undefined : `Such as ${example}${zoneWords(type)}`)}
          {line('max')}
        </div>
      )}
      {hasLengths && (
        <div className="grid grid-cols-2 items-start gap-2">
          {line('minLength', 'In characters')}
          {line('maxLength')}
        </div>
      )}
      {hasAllowed && (
        <TextArea
          label={CHECK_FIELDS.allowed}
          value={checks.allowed}
          onChange={(allowed) => onChange({ ...checks, allowed })}
          error={sentence(checkErrors.allowed)}
          hint="One on each line; other values are rejected"
          className="h-20"
        />
      )}
    </>
  );
}

const zoneWords = (type: PlannedColumn['type']) => (type === 'timestamptz' ? ', in UTC' : '');

const sentence = (error: string | undefined) =>
  error && `${error.slice(0, 1).toUpperCase()}${error.slice(1)}`;
