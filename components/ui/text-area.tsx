'use client';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';

type TextAreaProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  /** What is wrong and what is allowed; makes the field invalid. */
  error?: string | undefined;
  autoFocus?: boolean;
  /** Its height. */
  className: string;
};

/** Several lines of text as they are written: no line is wrapped, no word is marked as misspelled. */
export function TextArea({ label, value, onChange, hint, error, autoFocus, className }: TextAreaProps) {
  return (
    <AriaTextField
      autoFocus={autoFocus === true}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      className="flex flex-col gap-1"
    >
      <Label className="text-sm font-medium text-fg-2">{label}</Label>
      <AriaTextArea
        spellCheck={false}
        wrap="off"
        className={`resize-none rounded-control border border-control bg-surface p-2.5 font-mono text-xs text-fg focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent invalid:border-danger ${className}`}
      />
      {error === undefined && hint !== undefined && (
        <Text slot="description" className="text-xs text-fg-3">
          {hint}
        </Text>
      )}
      <FieldError className="text-xs text-danger">{error}</FieldError>
    </AriaTextField>
  );
}
