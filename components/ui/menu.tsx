'use client';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover, type PopoverProps } from 'react-aria-components/Popover';
import { Icon } from './icon';
import { Kbd } from './kbd';
import { MENU_ITEM, POPOVER } from './popover-style';

type MenuProps = {
  /** The button that opens the menu. */
  trigger: ReactNode;
  label: string;
  placement?: PopoverProps['placement'];
  children: ReactNode;
};

/** A list of actions that opens from a button. */
export function Menu({ trigger, label, placement = 'bottom end', children }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={6} className={`${POPOVER} min-w-48`}>
        <AriaMenu aria-label={label} className="p-1 outline-none">
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

type MenuItemProps = {
  children: string;
  icon?: LucideIcon;
  shortcut?: string;
  onAction: () => void;
  isDisabled?: boolean;
};

/** One action of a menu. */
export function MenuItem({ children, icon, shortcut, onAction, isDisabled }: MenuItemProps) {
  return (
    <AriaMenuItem
      onAction={onAction}
      isDisabled={isDisabled === true}
      textValue={children}
      className={MENU_ITEM}
    >
      {icon && <Icon icon={icon} size={16} className="text-fg-2" />}
      <span className="flex-1">{children}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </AriaMenuItem>
  );
}
