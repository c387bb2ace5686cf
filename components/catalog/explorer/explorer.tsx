'use client';
import { ListFilter, PanelLeftClose } from 'lucide-react';
import type { Route } from 'next';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { LoadFailed } from '@/components/ui/load-failed';
import { MessageBlock } from '@/components/ui/message-block';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import type { ObjectSummary } from '@/lib/catalog/contract';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import { ObjectTree } from './object-tree';
import { useOpenRows } from './open-rows';
import { keysToReveal } from './tree-rows';
import { typeFilter } from './type-groups';
import { TypeSwitches } from './type-switches';
import { UnreadSwitch } from './unread-switch';
import { useExplorerData } from './use-explorer-data';

type ExplorerProps = {
  snapshot: number;
  /** The object in the focus of the page, once it is known. */
  focus: Pick<ObjectSummary, 'id' | 'database' | 'schema' | 'name'> | undefined;
  /** Only objects that were not fully read. */
  isOnlyUnread: boolean;
  onOnlyUnread: (isOnlyUnread: boolean) => void;
  /** The page that tells how much of the SQL was read. */
  coverageHref: Route;
  hrefOf: (object: ObjectSummary) => string;
  onChoose: (object: ObjectSummary) => void;
  onFold: () => void;
};

/** As the endpoint allows. */
const Q_MAX = 200;

/** Filter field, type switches, virtual tree and counts of all objects of a snapshot. */
export function Explorer(props: ExplorerProps) {
  const { snapshot, focus, isOnlyUnread, onOnlyUnread, coverageHref, hrefOf, onChoose, onFold } = props;
  const [q, setQ] = useState('');
  const [types, setTypes] = useState<ReadonlySet<string>>(new Set());
  const { isOpen, toggle, open } = useOpenRows();
  const data = useExplorerData(
    { snapshot, q: q.slice(0, Q_MAX), type: typeFilter(types), isOnlyUnread },
    isOpen,
  );
  const answer = data.schemas.data;
  const filters = (q.trim() === '' ? 0 : 1) + types.size + (isOnlyUnread ? 1 : 0);
  const clear = () => {
    setQ('');
    setTypes(new Set());
    if (isOnlyUnread) onOnlyUnread(false);
  };

  // A new focus opens its schema once; after that the reader decides.
  const revealed = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (focus === undefined || answer === undefined || revealed.current === focus.id) return;
    revealed.current = focus.id;
    open(keysToReveal(answer.items, focus));
  }, [focus, answer, open]);

  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex flex-col gap-2 border-b border-line p-2 pb-3">
        <TextField
          label="Filter objects"
          isLabelHidden
          isPageFilter
          type="search"
          icon={ListFilter}
          value={q}
          onChange={setQ}
          error={q.length > Q_MAX ? `At most ${Q_MAX} characters` : undefined}
          placeholder={answer === undefined ? 'Filter objects' : `Filter ${countOf(answer.total, 'object')}`}
          end={
            q === '' && (
              <span className="pointer-coarse:hidden">
                <Kbd>/</Kbd>
              </span>
            )
          }
        />
        <TypeSwitches counts={answer?.types} chosen={types} onChange={setTypes} />
        <UnreadSwitch
          count={answer?.unread}
          isSelected={isOnlyUnread}
          onChange={onOnlyUnread}
          coverageHref={coverageHref}
        />
      </div>
      {data.schemas.isError && (
        <LoadFailed className="m-2" onRetry={data.retry}>
          {answer === undefined ? data.schemas.error.message : `You still see #${answer.snapshot}.`}
        </LoadFailed>
      )}
      {data.schemas.isPending && <Skeleton className="flex-1 p-4" label="Loading objects" />}
      {answer !== undefined && answer.matching === 0 && (
        <div className="flex-1 p-2">
          <MessageBlock
            title={filters === 0 ? 'No objects' : 'No match'}
            action={
              filters > 0 && (
                <Button variant="link" size={24} onPress={clear}>
                  Clear {countOf(filters, 'filter')}
                </Button>
              )
            }
          >
            0 of {countOf(answer.total, 'object')}.
          </MessageBlock>
        </div>
      )}
      {answer !== undefined && answer.matching > 0 && (
        <ObjectTree
          rows={data.rows}
          hasDatabases={data.hasDatabases}
          focusId={focus?.id}
          hrefOf={hrefOf}
          onToggle={(key) => toggle(key, data.isFiltered)}
          onChoose={onChoose}
          onRetry={data.retry}
        />
      )}
      <footer className="mt-auto flex min-h-8 shrink-0 items-center gap-2 border-t border-line px-3 text-xs text-fg-3 tabular">
        <span className="min-w-0 flex-1 truncate">
          {answer !== undefined &&
            (filters === 0
              ? `${countOf(answer.total, 'object')} · ${countOf(answer.items.length, 'group')}`
              : `${formatCount(answer.matching)} of ${countOf(answer.total, 'object')} · ${countOf(answer.items.length, 'group')}`)}
        </span>
        <IconButton
          icon={PanelLeftClose}
          iconSize={14}
          size={24}
          label="Fold the explorer"
          onPress={onFold}
          className="max-sm:hidden"
        />
      </footer>
    </div>
  );
}
