'use client';
import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { useParams, useRouter, useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { replaceAddress } from '@/components/shell/focus-step';
import { useKeyHints } from '@/components/shell/keys/key-hints-context';
import { useSearchPalette } from '@/components/shell/search-context';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { useStoredValue } from '@/components/shell/stored-value';
import { useObjectName } from '@/components/shell/use-object-name';
import { ResizeHandle } from '@/components/ui/resize-handle';
import { PHONE, useMediaQuery, WIDE } from '@/components/ui/use-media-query';
import type { ObjectSummary } from '@/lib/catalog/contract';
import { objectQuery } from '@/lib/catalog/queries';
import { coveragePath } from '@/lib/navigation/coverage-path';
import { lineagePath } from '@/lib/navigation/lineage-path';
import { Explorer } from './explorer';
import { ExplorerRail } from './explorer-rail';

const HINTS = [
  { keys: ['↑', '↓'], does: 'Move' },
  { keys: ['←', '→'], does: 'Close and open' },
  { keys: ['Home', 'End'], does: 'First and last row' },
  { keys: ['A–Z'], does: 'Jump to a name' },
  { keys: ['Enter'], does: 'Focus the object' },
];

/** The explorer at the left: beside the view, over it on narrow screens, the page itself on a phone without a focus. */
export function ExplorerPane() {
  useKeyHints('Tree', HINTS);
  const router = useRouter();
  const params = useSearchParams();
  const focusName = useFocusName();
  const search = useSearchPalette();
  const nameOf = useObjectName();
  const { snapshot, isPinnedByAddress } = useSnapshot();
  const isWide = useMediaQuery(WIDE);
  const isPhone = useMediaQuery(PHONE);
  const [isFolded, setFolded] = useStoredValue('headwater.explorer-folded');
  const [isOver, setOver] = useState(false);
  const [storedWidth, setStoredWidth] = useStoredValue('headwater.explorer-width');
  const width = Math.min(400, Math.max(200, Number(storedWidth) || 232));
  const { data: focus } = useQuery({
    ...objectQuery(focusName ?? '', snapshot ?? undefined),
    enabled: focusName !== undefined && typeof snapshot === 'number',
  });

  const isOnlyUnread = params.get('only') === 'unread';

  const hrefOf = useMemo(() => {
    const depth = (name: string) => (params.has(name) ? Number(params.get(name)) : undefined);
    return (object: ObjectSummary): Route =>
      lineagePath({
        object: nameOf(object),
        up: depth('up'),
        down: depth('down'),
        snapshot: snapshot ?? undefined,
        only: isOnlyUnread ? 'unread' : undefined,
      });
  }, [params, snapshot, nameOf, isOnlyUnread]);

  if (snapshot === null) return null;
  if (snapshot === undefined || isWide === undefined || isPhone === undefined) {
    return <div className="w-58 shrink-0 border-r border-line bg-surface max-md:w-12 max-sm:hidden" />;
  }
  const explorer = (
    <Explorer
      snapshot={snapshot}
      focus={focusName === undefined ? undefined : focus}
      isOnlyUnread={isOnlyUnread}
      onOnlyUnread={keepOnly}
      coverageHref={coveragePath({ snapshot: isPinnedByAddress ? snapshot : undefined })}
      hrefOf={hrefOf}
      onChoose={(object) => {
        setOver(false);
        router.push(hrefOf(object));
      }}
      onFold={() => (isWide ? setFolded('yes') : setOver(false))}
    />
  );
  if (isPhone) return focusName === undefined ? <div className="min-h-0 flex-1">{explorer}</div> : null;
  const isShown = isWide ? isFolded !== 'yes' : isOver;
  return (
    <>
      {!(isWide && isShown) && (
        <ExplorerRail onOpen={() => (isWide ? setFolded(null) : setOver(true))} onSearch={search.open} />
      )}
      {isShown && (
        <aside
          aria-label="Explorer"
          style={{ width }}
          className={`shrink-0 border-r border-line ${isWide ? 'relative' : 'absolute inset-y-0 left-12 z-20 shadow-e2'}`}
        >
          {explorer}
          <ResizeHandle
            label="Width of the explorer"
            edge="right"
            width={width}
            minWidth={200}
            maxWidth={400}
            onChange={(next) => setStoredWidth(String(next))}
          />
        </aside>
      )}
    </>
  );
}

/** The object in the address, as its route parameter has it. */
function useFocusName(): string | undefined {
  const { object } = useParams<{ object?: string | string[] }>();
  const text = Array.isArray(object) ? object.join('/') : object;
  return text === undefined ? undefined : decodeURIComponent(text);
}

/** Keeps the filter in the address, so that a link and the way back show the same list. */
function keepOnly(isOnlyUnread: boolean): void {
  const url = new URL(window.location.href);
  if (isOnlyUnread) url.searchParams.set('only', 'unread');
  else url.searchParams.delete('only');
  replaceAddress(url.pathname + url.search.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
