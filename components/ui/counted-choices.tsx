'use client';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { CountedLabel } from './counted-label';

type CountedChoicesProps<T extends string> = {
  /** What is chosen, for screen readers. */
  label: string;
  value: T;
  onChange: (value: T) => void;
  choices: ReadonlyArray<{ value: T; label: string; count?: string }>;
  className: string;
  choiceClassName: string;
};

/** One of a few, each with its number, side by side: what a list is narrowed to. */
export function CountedChoices<T extends string>(props: CountedChoicesProps<T>) {
  const { label, value, onChange, choices, className, choiceClassName } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = choices.find((choice) => keys.has(choice.value));
        if (chosen) onChange(chosen.value);
      }}
      className={className}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.value} id={choice.value} className={choiceClassName}>
          <CountedLabel label={choice.label} count={choice.count} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
