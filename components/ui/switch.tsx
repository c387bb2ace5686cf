'use client';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';

type SwitchProps = {
  label: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
};

/** Something that is on or off at once, without a further step. */
export function Switch({ label, isSelected, onChange, isDisabled }: SwitchProps) {
  return (
    <AriaSwitch
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled === true}
      className="group inline-flex cursor-default items-center gap-2 rounded-control text-sm text-fg disabled:text-fg-3 pointer-coarse:min-h-11"
    >
      <span className="flex h-4 w-7 items-center rounded-full bg-control p-0.5 transition-colors group-selected:bg-accent group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-accent group-disabled:bg-active">
        <span className="size-3 rounded-full bg-surface transition-transform group-selected:translate-x-3" />
      </span>
      {label}
    </AriaSwitch>
  );
}
