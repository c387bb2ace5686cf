'use client';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';

type ChoiceGroupProps<C extends { value: string }> = {
  /** What is chosen, for screen readers. */
  label: string;
  value: C['value'];
  onChange: (value: C['value']) => void;
  choices: readonly C[];
  className: string;
  choiceClassName: string;
  children: (choice: C) => ReactNode;
};

/** Exclusive choices side by side, one always chosen; `children` draws one. */
export function ChoiceGroup<C extends { value: string }>(props: ChoiceGroupProps<C>) {
  const { label, value, onChange, choices, className, choiceClassName, children } = props;
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
          {children(choice)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
