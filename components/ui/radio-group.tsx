'use client';
import { Label } from 'react-aria-components/Label';
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup';

type RadioGroupProps<T extends string> = {
  label: string;
  isLabelHidden?: boolean;
  value: T;
  onChange: (value: T) => void;
  options: ReadonlyArray<{ value: T; label: string; hint?: string }>;
  isDisabled?: boolean;
  className?: string;
};

/** Exclusive choices, each with an optional second line that says what follows. */
export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { label, isLabelHidden, value, onChange, options, isDisabled, className } = props;
  return (
    <AriaRadioGroup
      value={value}
      isDisabled={isDisabled === true}
      onChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
      className={`flex flex-col gap-2 ${className ?? ''}`}
    >
      <Label className={isLabelHidden === true ? 'sr-only' : 'text-sm font-medium text-fg-2'}>{label}</Label>
      {options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          className="group flex cursor-default items-start gap-2 text-sm text-fg disabled:text-fg-3 pointer-coarse:min-h-11"
        >
          <span className="flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-surface group-selected:border-accent group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-accent">
            <span className="size-2.5 rounded-full group-selected:bg-accent" />
          </span>
          <span>
            {option.label}
            {option.hint !== undefined && <span className="block text-xs text-fg-3">{option.hint}</span>}
          </span>
        </Radio>
      ))}
    </AriaRadioGroup>
  );
}
