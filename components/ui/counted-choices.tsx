'use client';
import { ChoiceGroup } from './choice-group';
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
  return (
    <ChoiceGroup {...props}>
      {(choice) => <CountedLabel label={choice.label} count={choice.count} />}
    </ChoiceGroup>
  );
}
