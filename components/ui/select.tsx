'use client';
import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Icon } from './icon';
import { MENU_ITEM, POPOVER } from './popover-style';

type SelectProps<T extends string> = {
  label: string;
  isLabelHidden?: boolean;
  value: T | null;
  onChange: (value: T) => void;
  options: ReadonlyArray<{ value: T; label: string }>;
  placeholder?: string;
  size?: 32 | 28 | 24;
  isDisabled?: boolean;
};

const HEIGHTS = { 32: 'h-8', 28: 'h-7', 24: 'h-6' } as const;

/** One of a short list, in a popover. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, isLabelHidden, value, onChange, options, placeholder, size = 32, isDisabled } = props;
  return (
    <AriaSelect
      value={value}
      isDisabled={isDisabled === true}
      placeholder={placeholder ?? 'Choose…'}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
      className="flex flex-col gap-1"
    >
      <Label className={isLabelHidden === true ? 'sr-only' : 'text-sm font-medium text-fg-2'}>{label}</Label>
      <Button
        className={`flex cursor-default items-center justify-between gap-2 rounded-control border border-control bg-surface px-2.5 text-sm text-fg hover:bg-hover disabled:border-line disabled:bg-sunken disabled:text-fg-3 pointer-coarse:h-11 ${HEIGHTS[size]}`}
      >
        <SelectValue className="truncate" />
        <Icon icon={ChevronDown} size={14} />
      </Button>
      <Popover className={`${POPOVER} min-w-(--trigger-width)`}>
        <ListBox className="max-h-80 overflow-auto p-1 outline-none">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={MENU_ITEM}>
              {({ isSelected }) => (
                <>
                  <span className="flex-1">{option.label}</span>
                  {isSelected && <Icon icon={Check} size={14} className="text-accent" />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
