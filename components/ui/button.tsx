'use client';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';
import { classNames } from './class-names';
import { Icon } from './icon';
import { RunningMark } from './running-mark';
import { Tooltip } from './tooltip';

export type ButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: LucideIcon;
  iconEnd?: LucideIcon;
  onPress?: () => void;
  type?: 'button' | 'submit';
  /** Something runs: the icon turns into the running mark and presses are ignored. */
  isBusy?: boolean;
  isDisabled?: boolean;
  /** Why it cannot be pressed. Disables it, but it stays focusable and shows the reason. */
  disabledReason?: string | undefined;
  autoFocus?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-haspopup'?: 'dialog' | 'menu' | 'listbox';
};

/** A button with words; verb first. */
export function Button(props: ButtonProps) {
  const {
    children,
    variant = 'secondary',
    size = 32,
    icon,
    iconEnd,
    isBusy,
    disabledReason,
    className,
  } = props;
  const { onPress, type, isDisabled, autoFocus, ref } = props;
  const off = isDisabled === true || disabledReason !== undefined;
  const iconSize = size === 32 ? 16 : 14;
  const button = (
    <AriaButton
      ref={ref}
      {...(type === undefined ? {} : { type })}
      autoFocus={autoFocus === true}
      isDisabled={isDisabled === true}
      isPending={isBusy === true}
      aria-label={props['aria-label']}
      aria-describedby={props['aria-describedby']}
      aria-haspopup={props['aria-haspopup']}
      aria-disabled={off ? 'true' : undefined}
      onPress={() => (off ? undefined : onPress?.())}
      className={classNames(buttonStyle(variant, size, off), className)}
    >
      {isBusy === true ? <RunningMark size={iconSize} /> : icon && <Icon icon={icon} size={iconSize} />}
      {children}
      {iconEnd && <Icon icon={iconEnd} size={iconSize} />}
    </AriaButton>
  );
  return disabledReason === undefined ? button : <Tooltip text={disabledReason}>{button}</Tooltip>;
}
