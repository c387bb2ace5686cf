import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { Icon } from './icon';

type SelectProps<T extends string> = {
  label: string;
  /** The label is only for screen readers; the place says what it is. */
  isLabelHidden?: boolean;
  value: T;
  onChange: (value: T) => void;
  options: ReadonlyArray<{ value: T; label: string }>;
  size?: 32 | 28 | 24;
  className?: string;
};

const HEIGHTS = { 32: 'h-8 text-base', 28: 'h-7 text-sm', 24: 'h-6 text-sm' } as const;

/** One of a few choices, closed until it is opened. The browser's own list, so that it works with every keyboard and phone. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, isLabelHidden, value, onChange, options, size = 32, className } = props;
  const id = useId();
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className ?? ''}`}>
      {isLabelHidden !== true && (
        <label htmlFor={id} className="text-xs font-medium text-fg-2">
          {label}
        </label>
      )}
      <span className="relative flex items-center">
        <select
          id={id}
          aria-label={isLabelHidden === true ? label : undefined}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
          className={`w-full min-w-0 cursor-default appearance-none truncate rounded-control border border-control bg-surface pr-7 pl-2 text-fg hover:bg-hover focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent pointer-coarse:h-11 ${HEIGHTS[size]}`}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon icon={ChevronDown} size={14} className="pointer-events-none absolute right-2 text-fg-2" />
      </span>
    </div>
  );
}
