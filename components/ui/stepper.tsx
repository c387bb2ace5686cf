'use client';
import { Minus, Plus } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField } from 'react-aria-components/NumberField';
import { Icon } from './icon';

type StepperProps = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  minValue: number;
  maxValue: number;
};

const STEP =
  'flex w-[1.5625rem] items-center justify-center text-fg-2 transition-colors hover:bg-hover pressed:bg-active disabled:text-line-strong pointer-coarse:w-11';

/** A whole number between two bounds, with a button on each side; arrow keys work in the field. */
export function Stepper({ label, value, onChange, minValue, maxValue }: StepperProps) {
  return (
    <NumberField
      aria-label={label}
      value={value}
      minValue={minValue}
      maxValue={maxValue}
      onChange={(next) => Number.isInteger(next) && onChange(next)}
    >
      <Group className="flex h-7 overflow-hidden rounded-control border border-line-strong bg-surface focus-within:border-accent pointer-coarse:h-11">
        <Button slot="decrement" className={STEP}>
          <Icon icon={Minus} size={14} />
        </Button>
        <Input className="w-[1.5625rem] border-x border-line bg-transparent text-center text-base font-semibold tabular outline-none focus-inset" />
        <Button slot="increment" className={STEP}>
          <Icon icon={Plus} size={14} />
        </Button>
      </Group>
    </NumberField>
  );
}
