'use client';
import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useObjectName } from '@/components/shell/use-object-name';
import { useAnnounce } from '@/components/ui/announcer';
import { LoadFailed } from '@/components/ui/load-failed';
import { MessageBlock } from '@/components/ui/message-block';
import type { SearchHit } from '@/lib/catalog/contract';
import { searchQuery } from '@/lib/catalog/queries';
import { countOf } from '@/lib/format-text/format-count';
import { formatMilliseconds } from '@/lib/format-text/format-milliseconds';
import { lineagePath } from '@/lib/navigation/lineage-path';
import { HitGroups, hitRowId } from './hit-groups';
import { groupHits, type HitKind, hitKey, otherGroup } from './hit-list';
import { HitPreview } from './hit-preview';
import { KindTabs } from './kind-tabs';
import { SearchField } from './search-field';
import { SearchFoot } from './search-foot';
import { useDebounced } from './use-debounced';

const ASK_AFTER_MS = 120;
const SAY_AFTER_MS = 400;
const SHOWN_OF_EACH = 6;
const SHOWN_OF_ONE = 200;
/** As the endpoint allows. */
const Q_MAX = 200;
const NO_TOTALS = { object: 0, column: 0, sql: 0 };

/** The inside of the palette: field, kinds, hits, preview. */
export function SearchPanel({ snapshot, onClose }: { snapshot: number; onClose: () => void }) {
  const listId = useId();
  const router = useRouter();
  const nameOf = useObjectName();
  const [typed, setTyped] = useState<{ text: string; filters: readonly string[] }>({ text: '', filters: [] });
  const [kind, setKind] = useState<HitKind | 'all'>('all');
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const q = [typed.text.trim(), ...typed.filters].join(' ').trim();
  const isTooLong = q.length > Q_MAX;
  const asked = useDebounced(isTooLong ? '' : q, ASK_AFTER_MS);
  const query = useQuery(
    searchQuery({
      q: asked,
      snapshot,
      limit: kind === 'all' ? SHOWN_OF_EACH : SHOWN_OF_ONE,
      ...(kind === 'all' ? {} : { kind }),
    }),
  );
  const answer = q === '' || isTooLong ? undefined : query.data;
  const groups = useMemo(() => (answer ? groupHits(answer.items, answer.totals) : []), [answer]);
  const hits = groups.flatMap((group) => group.hits);
  const active = hits.find((hit) => hitKey(hit) === activeKey) ?? hits[0];
  const at = active === undefined ? -1 : hits.indexOf(active);
  useSaid(answer === undefined || query.isFetching ? undefined : countOf(answer.total, 'match', 'matches'));

  const pathOf = (hit: SearchHit, line: number | null): Route =>
    lineagePath({
      object: nameOf(hit.object),
      snapshot,
      line: line ?? undefined,
    });
  const open = (hit: SearchHit, line: number | null, isNewTab = false) => {
    if (isNewTab) window.open(pathOf(hit, line), '_blank', 'noopener');
    else {
      onClose();
      router.push(pathOf(hit, line));
    }
  };
  const goTo = (index: number | null) => {
    const hit = index === null ? undefined : hits[index];
    if (hit === undefined) return false;
    setActiveKey(hitKey(hit));
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    const isAtEnd = field.selectionStart === field.value.length && field.selectionEnd === field.value.length;
    const done = () => {
      switch (event.key) {
        case 'ArrowDown':
          return goTo((at + 1) % Math.max(1, hits.length));
        case 'ArrowUp':
          return goTo((at - 1 + hits.length) % Math.max(1, hits.length));
        case 'Tab':
          return goTo(otherGroup(groups, at, event.shiftKey ? -1 : 1));
        case 'Enter':
          if (active) open(active, active.line, event.metaKey || event.ctrlKey);
          return true;
        case 'ArrowRight':
          if (!active || !isAtEnd) return false;
          open(active, null);
          return true;
        default:
          return false;
      }
    };
    if (done()) event.preventDefault();
  };

  return (
    <>
      <SearchField
        text={typed.text}
        filters={typed.filters}
        onChange={(text, filters) => setTyped({ text, filters })}
        onKeyDown={onKeyDown}
        listId={listId}
        activeId={active && hitRowId(listId, active)}
        onClose={onClose}
      />
      <div className="flex min-h-11 shrink-0 items-center justify-between gap-3 border-b border-line px-4">
        <KindTabs value={kind} totals={answer?.totals ?? NO_TOTALS} onChange={setKind} />
        <span className="pr-1 text-sm whitespace-nowrap text-fg-3 tabular max-sm:hidden">
          {answer &&
            `${countOf(answer.total, 'match', 'matches')} in ${formatMilliseconds(answer.answeredInMs)}, as of #${answer.snapshot}`}
        </span>
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] md:grid-cols-[minmax(0,1fr)_28.25rem] md:divide-x md:divide-line">
        <div className="flex min-h-0 flex-col">
          {query.isError && (
            <LoadFailed title="Could not search" className="m-4" onRetry={query.refetch}>
              {query.error.message}
            </LoadFailed>
          )}
          {isTooLong && (
            <MessageBlock tone="warn" title="Too long" className="m-4">
              {q.length} characters; a search takes at most {Q_MAX}.
            </MessageBlock>
          )}
          {q === '' && (
            <p className="px-5 py-4 text-fg-3">
              Type a name, a column or a piece of SQL. All words must match.
            </p>
          )}
          {answer && answer.total === 0 && !query.isPlaceholderData && (
            <MessageBlock title="No match" className="m-4">
              Nothing in #{answer.snapshot} holds{' '}
              {typed.text.trim() === '' ? 'that' : `“${typed.text.trim()}”`}
              {typed.filters.length > 0 && ' with these filters'}.
            </MessageBlock>
          )}
          <HitGroups
            id={listId}
            groups={groups}
            active={active}
            hrefOf={(hit) => pathOf(hit, hit.line)}
            onPoint={(hit) => setActiveKey(hitKey(hit))}
            onOpen={(hit, isNewTab) => open(hit, hit.line, isNewTab)}
            onShowKind={kind === 'all' ? setKind : undefined}
          />
        </div>
        <div className="hidden min-h-0 flex-col bg-bg md:flex [&>*]:flex-1">
          {active && (
            <HitPreview
              hit={active}
              snapshot={snapshot}
              onOpen={() => open(active, active.line)}
              onTrace={() => open(active, null)}
            />
          )}
        </div>
      </div>
      <SearchFoot />
    </>
  );
}

/** Says a text to screen readers once it has stood still. */
function useSaid(text: string | undefined): void {
  const announce = useAnnounce();
  const settled = useDebounced(text, SAY_AFTER_MS);
  useEffect(() => {
    if (settled !== undefined) announce(settled);
  }, [settled, announce]);
}
