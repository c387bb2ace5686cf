'use client';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components/Popover';
import { POPOVER } from './popover-style';

type PopoverProps = {
  /** The control that opens it; `aria-haspopup` and `aria-expanded` are set on it. */
  trigger: ReactNode;
  /** Accessible name of the content. */
  label: string;
  placement?: AriaPopoverProps['placement'];
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  className?: string;
  children: ReactNode | ((close: () => void) => ReactNode);
};

/** Content over the page; closes with Escape, a click outside, or when focus leaves. */
export function Popover({
  trigger,
  label,
  placement = 'bottom end',
  children,
  className,
  ...rest
}: PopoverProps) {
  return (
    <DialogTrigger
      {...(rest.isOpen === undefined ? {} : { isOpen: rest.isOpen })}
      onOpenChange={(open) => rest.onOpenChange?.(open)}
    >
      {trigger}
      <AriaPopover placement={placement} offset={6} className={POPOVER}>
        <Dialog aria-label={label} className={`outline-none ${className ?? ''}`}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
