'use client';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { AREAS } from '../areas';
import { useImportDialog } from '../import-dialog-context';
import { useSearchPalette } from '../search-context';
import { useShellOverlays } from '../shell-overlays';
import { useSnapshot } from '../snapshot-context';
import { useModKey } from '../use-mod-key';
import { type KeyHint, useKeyHints } from './key-hints-context';
import { useShortcuts } from './use-shortcuts';

/** The keys that work everywhere. Renders nothing. */
export function ShellShortcuts() {
  const router = useRouter();
  const search = useSearchPalette();
  const importDialog = useImportDialog();
  const { snapshot } = useSnapshot();
  const { setSnapshotListOpen, setKeyListOpen } = useShellOverlays();
  const mod = useModKey().trim();
  const openSearch = () => {
    if (snapshot === null) return false;
    search.open();
  };

  useShortcuts({
    'mod+k': openSearch,
    // A page with a filter of its own takes the key first.
    '/': () => {
      const filter = document.querySelector<HTMLElement>('[data-page-filter]');
      if (filter === null) return openSearch();
      filter.focus();
    },
    i: () => importDialog.open(),
    s: () => (snapshot === null ? false : setSnapshotListOpen(true)),
    '?': () => setKeyListOpen(true),
    ...Object.fromEntries(AREAS.map((area) => [`g ${area.key}`, () => router.push(area.href)])),
  });

  const hints = useMemo<KeyHint[]>(
    () => [
      { keys: [mod, 'K'], does: 'Search' },
      { keys: ['/'], does: 'Filter of this page, else search' },
      { keys: ['I'], does: 'Import' },
      { keys: ['S'], does: 'Snapshots' },
      ...AREAS.map((area) => ({ keys: ['G', area.key.toUpperCase()], does: area.label })),
      { keys: ['Esc'], does: 'Close the topmost thing' },
      { keys: ['?'], does: 'List of keys' },
    ],
    [mod],
  );
  useKeyHints('Everywhere', hints);
  return null;
}
