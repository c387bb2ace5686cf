'use client';
import { ArrowDown, ArrowRight, ArrowUp, CornerDownLeft } from 'lucide-react';
import { useModKey } from '@/components/shell/use-mod-key';
import { Icon } from '@/components/ui/icon';
import { Kbd } from '@/components/ui/kbd';

/** The keys of the palette, and how to narrow a search. */
export function SearchFoot() {
  const mod = useModKey();
  return (
    <footer className="flex h-10 shrink-0 items-center gap-4 border-t border-line px-5 text-sm text-fg-2 max-sm:hidden">
      <span className="flex items-center gap-1.5">
        <Kbd>
          <Icon icon={ArrowUp} size={12} />
        </Kbd>
        <Kbd>
          <Icon icon={ArrowDown} size={12} />
        </Kbd>
        move
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd>
          <Icon icon={CornerDownLeft} size={12} />
        </Kbd>
        open
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd>
          <Icon icon={ArrowRight} size={12} />
        </Kbd>
        trace
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd>
          {mod}
          <Icon icon={CornerDownLeft} size={12} />
        </Kbd>
        new tab
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd>tab</Kbd> next group
      </span>
      <span className="ml-auto flex items-center gap-4 text-fg-3 max-md:hidden">
        Narrow with <code className="text-fg-2">type:</code> <code className="text-fg-2">schema:</code>
        <code className="text-fg-2">"exact"</code>
      </span>
    </footer>
  );
}
