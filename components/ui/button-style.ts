import { classNames } from './class-names';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'link';
/** Height in px: 32 usual, 28 dense, 24 inside tables. */
export type ButtonSize = 32 | 28 | 24;

const BASE =
  'inline-flex cursor-default items-center justify-center whitespace-nowrap rounded-control border select-none transition-colors';

const SIZES: Record<ButtonSize, string> = {
  32: 'h-8 gap-1.5 px-3 text-base font-semibold pointer-coarse:h-11',
  28: 'h-7 gap-1.5 px-2.5 text-sm font-medium pointer-coarse:h-11',
  24: 'h-6 gap-1 px-2 text-sm font-medium pointer-coarse:h-11',
};

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent text-on-accent font-semibold hover:bg-accent-hover pressed:bg-accent-hover',
  secondary: 'border-line-strong bg-surface text-fg hover:bg-hover pressed:bg-active',
  ghost: 'border-transparent bg-transparent text-fg-2 hover:bg-hover pressed:bg-active',
  danger: 'border-danger/50 bg-surface text-danger hover:bg-hover pressed:bg-active',
  link: 'border-transparent bg-transparent px-1! text-accent hover:underline underline-offset-2',
};

const OFF = 'border-line bg-sunken text-fg-3';

/** The look of a button, for elements that are not buttons (links). */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, disabled = false): string {
  return classNames(BASE, SIZES[size], disabled ? OFF : VARIANTS[variant]);
}
