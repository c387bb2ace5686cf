'use client';
import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { takeFilters } from './take-filters';

type SearchFieldProps = {
  text: string;
  filters: readonly string[];
  onChange: (text: string, filters: readonly string[]) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  listId: string;
  activeId: string | undefined;
  onClose: () => void;
};

/** The field on top: finished filters become chips, Backspace in the empty field takes the last one back. */
export function SearchField({
  text,
  filters,
  onChange,
  onKeyDown,
  listId,
  activeId,
  onClose,
}: SearchFieldProps) {
  return (
    <div className="flex min-h-14 shrink-0 items-center gap-3 border-b border-line px-5">
      <Icon icon={Search} size={20} />
      <input
        // biome-ignore lint/a11y/noAutofocus: the palette is opened to type
        autoFocus
        role="combobox"
        aria-label="Search names, columns and SQL text"
        aria-expanded={activeId !== undefined}
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Search names, columns, SQL text"
        value={text}
        onChange={(event) => {
          const taken = takeFilters(event.target.value);
          onChange(taken.text, [...new Set([...filters, ...taken.filters])]);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && text === '' && filters.length > 0) {
            event.preventDefault();
            onChange(filters.at(-1) ?? '', filters.slice(0, -1));
          } else onKeyDown(event);
        }}
        className="min-w-0 flex-1 bg-transparent text-xl font-normal text-fg caret-accent outline-none placeholder:text-fg-3"
      />
      {filters.map((filter) => (
        <button
          key={filter}
          type="button"
          aria-label={`Remove the filter ${filter}`}
          onClick={() =>
            onChange(
              text,
              filters.filter((other) => other !== filter),
            )
          }
          className="flex h-6.5 max-w-52 items-center gap-1.5 rounded-control border border-line-strong px-2 text-sm text-fg-2 hover:bg-hover pointer-coarse:h-11"
        >
          <span className="truncate">{filter}</span>
          <Icon icon={X} size={12} />
        </button>
      ))}
      <span className="max-sm:hidden">
        <Kbd>esc</Kbd>
      </span>
      <IconButton icon={X} label="Close" size={32} onPress={onClose} className="-mr-3 sm:hidden" />
    </div>
  );
}
