'use client';
import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classNames } from './class-names';
import { Icon } from './icon';
import { Tooltip } from './tooltip';

export type IconButtonProps = {
  icon: LucideIcon;
  /** The accessible name, also shown as tooltip. */
  label: string;
  /** Key shown in the tooltip. */
  shortcut?: string;
  size?: 32 | 28 | 24;
  iconSize?: 14 | 16 | 18;
  onPress?: () => void;
  isDisabled?: boolean;
  'aria-expanded'?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
};

const SIZES = { 32: 'size-8', 28: 'size-7', 24: 'size-6' } as const;

/** A square button with an icon only; always has a name and a tooltip. */
export function IconButton({ icon, label, shortcut, size = 28, iconSize = 16, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton
        ref={rest.ref}
        aria-label={label}
        aria-expanded={rest['aria-expanded']}
        isDisabled={rest.isDisabled === true}
        onPress={() => rest.onPress?.()}
        className={classNames(
          'inline-flex cursor-default items-center justify-center rounded-control text-fg-2 transition-colors',
          'hover:bg-hover pressed:bg-active disabled:text-line-strong disabled:hover:bg-transparent',
          'pointer-coarse:size-11',
          SIZES[size],
          rest.className,
        )}
      >
        <Icon icon={icon} size={iconSize} />
      </AriaButton>
    </Tooltip>
  );
}
