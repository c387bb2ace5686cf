'use client';
import { Search } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { useSearchPalette } from './search-context';
import { useSnapshot } from './snapshot-context';
import { useModKey } from './use-mod-key';

/** What looks like a field in the top bar and opens the search palette. */
export function SearchButton() {
  const { open, isOpen } = useSearchPalette();
  const { snapshot } = useSnapshot();
  const mod = useModKey();
  const nothing = snapshot === null;
  return (
    <>
      <Button
        onPress={open}
        isDisabled={nothing}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        className="mx-3 hidden h-8 min-w-0 max-w-82 flex-1 cursor-text items-center gap-2 rounded-control border border-line-strong bg-surface pr-1.5 pl-2.5 text-base text-fg-3 transition-colors hover:bg-hover disabled:cursor-default disabled:border-line-strong disabled:hover:bg-surface md:flex pointer-coarse:h-11"
      >
        <Icon icon={Search} size={16} />
        <span className="flex-1 truncate text-left">
          {nothing ? 'Nothing to search yet' : 'Search names, columns, SQL text'}
        </span>
        <Kbd>{mod}K</Kbd>
      </Button>
      <IconButton
        icon={Search}
        iconSize={18}
        size={32}
        label="Search"
        isDisabled={nothing}
        onPress={open}
        className="ml-auto md:hidden"
      />
    </>
  );
}
