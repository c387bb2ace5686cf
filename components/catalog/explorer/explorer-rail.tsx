'use client';
import { ListTree, Search } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';

/** The explorer folded to 48 px. */
export function ExplorerRail({ onOpen, onSearch }: { onOpen: () => void; onSearch: () => void }) {
  return (
    <nav
      aria-label="Objects"
      className="flex w-12 shrink-0 flex-col items-center gap-1 border-r border-line bg-surface py-2"
    >
      <IconButton icon={ListTree} iconSize={18} size={32} label="Open the explorer" onPress={onOpen} />
      <IconButton icon={Search} iconSize={18} size={32} label="Search" onPress={onSearch} />
    </nav>
  );
}
