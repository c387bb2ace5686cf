import { TextField } from '@/components/ui/text-field';
import { shownName } from '../../draft/rows/row-files';

type DatasetNameProps = {
  value: string;
  isValid: boolean;
  /** What is known of the dataset. */
  hint: string;
  known: readonly string[];
  onChange: (name: string) => void;
};

const SHOWN = 4;

/** The name of the dataset; a known one is one press away. */
export function DatasetName({ value, isValid, hint, known, onChange }: DatasetNameProps) {
  const others = known.filter(
    (name) => shownName(name) !== value.toLowerCase() && name !== value.toLowerCase(),
  );
  return (
    <div className="flex flex-col gap-1.5">
      <TextField
        label="Dataset"
        value={value}
        onChange={onChange}
        maxLength={257}
        hint={hint}
        error={isValid ? undefined : 'A name such as sales or finance.sales'}
      />
      {others.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-fg-3">
          Or
          {others.slice(0, SHOWN).map((name) => (
            <button
              key={name}
              type="button"
              onClick={() => onChange(shownName(name))}
              className="max-w-40 truncate rounded-tag text-accent hover:underline pointer-coarse:min-h-11"
              title={name}
            >
              {shownName(name)}
            </button>
          ))}
          {others.length > SHOWN && `and ${others.length - SHOWN} more, by name`}
        </p>
      )}
    </div>
  );
}
