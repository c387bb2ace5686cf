'use client';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { Icon } from './icon';

type TextFieldProps = {
  label: string;
  /** The label is only for screen readers; the place says what the field is. */
  isLabelHidden?: boolean;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  hint?: string;
  /** What is wrong and what is allowed; makes the field invalid. */
  error?: string | undefined;
  icon?: LucideIcon;
  /** Something small inside the field at its end, such as a key. */
  end?: ReactNode;
  isDisabled?: boolean;
  autoFocus?: boolean;
  maxLength?: number;
  size?: 32 | 28;
  type?: 'text' | 'search';
  /** The key `/` goes here. */
  isPageFilter?: boolean;
  className?: string;
  ref?: Ref<HTMLInputElement>;
};

/** One line of text with label, hint and error. */
export function TextField({ label, value, onChange, hint, error, size = 32, ...rest }: TextFieldProps) {
  return (
    <AriaTextField
      value={value}
      onChange={onChange}
      type={rest.type ?? 'text'}
      isInvalid={error !== undefined}
      isDisabled={rest.isDisabled === true}
      autoFocus={rest.autoFocus === true}
      {...(rest.maxLength === undefined ? {} : { maxLength: rest.maxLength })}
      {...(rest.isLabelHidden === true ? { 'aria-label': label } : {})}
      className={`flex flex-col gap-1 ${rest.className ?? ''}`}
    >
      {rest.isLabelHidden !== true && <Label className="text-sm font-medium text-fg-2">{label}</Label>}
      <span className="relative flex items-center">
        {rest.icon && (
          <Icon icon={rest.icon} size={14} className="pointer-events-none absolute left-2.5 text-fg-3" />
        )}
        <Input
          ref={rest.ref}
          placeholder={rest.placeholder}
          {...(rest.isPageFilter === true ? { 'data-page-filter': '' } : {})}
          className={`w-full min-w-0 rounded-control border border-control bg-surface text-base text-fg placeholder:text-fg-3 focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent disabled:border-line disabled:bg-sunken disabled:text-fg-3 invalid:border-danger pointer-coarse:h-11 ${
            size === 32 ? 'h-8' : 'h-7'
          } ${rest.icon ? 'pl-8' : 'pl-2.5'} ${rest.end ? 'pr-9' : 'pr-2.5'}`}
        />
        {rest.end && <span className="absolute right-2 flex">{rest.end}</span>}
      </span>
      {error === undefined && hint !== undefined && (
        <Text slot="description" className="text-xs text-fg-3">
          {hint}
        </Text>
      )}
      <FieldError className="text-xs text-danger">{error}</FieldError>
    </AriaTextField>
  );
}
