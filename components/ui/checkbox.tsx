'use client';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { Icon } from './icon';

type CheckboxProps = {
  children: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
};

/** A choice that takes effect with the form it stands in. */
export function Checkbox({ children, isSelected, onChange }: CheckboxProps) {
  return (
    <AriaCheckbox
      isSelected={isSelected}
      onChange={onChange}
      className="group inline-flex cursor-default items-center gap-2 text-sm text-fg pointer-coarse:min-h-11"
    >
      <span className="flex size-4 shrink-0 items-center justify-center rounded-tag border border-control bg-surface text-on-accent transition-colors group-selected:border-accent group-selected:bg-accent group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-accent">
        {isSelected && <Icon icon={Check} size={12} />}
      </span>
      {children}
    </AriaCheckbox>
  );
}
