import type { LucideIcon } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';
import { classNames } from './class-names';
import { Icon } from './icon';

type ButtonLinkProps = {
  href: Route;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: LucideIcon;
  iconEnd?: LucideIcon;
  className?: string;
};

/** A link that looks like a button: use it wherever the press only goes to another address. */
export function ButtonLink({ href, children, variant = 'secondary', size = 32, ...rest }: ButtonLinkProps) {
  const iconSize = size === 32 ? 16 : 14;
  return (
    <Link href={href} className={classNames(buttonStyle(variant, size), rest.className)}>
      {rest.icon && <Icon icon={rest.icon} size={iconSize} />}
      {children}
      {rest.iconEnd && <Icon icon={rest.iconEnd} size={iconSize} />}
    </Link>
  );
}
