'use client';
import type { LucideIcon } from 'lucide-react';
import { ChoiceGroup } from './choice-group';
import { Icon } from './icon';

type SegmentedControlProps<T extends string> = {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: ReadonlyArray<{ value: T; label: string; icon?: LucideIcon }>;
  className?: string;
};

/** Two to four exclusive choices, one always chosen. */
export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  const { options, className, ...rest } = props;
  return (
    <ChoiceGroup
      {...rest}
      choices={options}
      className={`inline-flex rounded-control border border-line bg-sunken p-px ${className ?? ''}`}
      choiceClassName="inline-flex min-h-6 flex-1 cursor-default items-center justify-center gap-1.5 whitespace-nowrap rounded-control border border-transparent px-2.5 text-sm font-medium text-fg-2 transition-colors hover:text-fg selected:border-line-strong selected:bg-surface selected:text-fg pointer-coarse:min-h-10"
    >
      {(option) => (
        <>
          {option.icon && <Icon icon={option.icon} size={14} />}
          {option.label}
        </>
      )}
    </ChoiceGroup>
  );
}
