'use client';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { SearchHit } from '@/lib/catalog/contract';
import { formatCount } from '@/lib/format-text/format-count';
import { type HitGroup, type HitKind, hitKey } from './hit-list';
import { HitRow } from './hit-row';

type HitGroupsProps = {
  id: string;
  groups: readonly HitGroup[];
  active: SearchHit | undefined;
  hrefOf: (hit: SearchHit) => string;
  onPoint: (hit: SearchHit) => void;
  onOpen: (hit: SearchHit, isNewTab: boolean) => void;
  /** Shows only one kind; undefined where only one is shown already. */
  onShowKind: ((kind: HitKind) => void) | undefined;
};

/** The id of a hit's row, for `aria-activedescendant`. */
export const hitRowId = (id: string, hit: SearchHit) => `${id}-${hitKey(hit).replaceAll(/[^\w-]/g, '_')}`;

/** The hits by kind, each group with "n of m". */
export function HitGroups({ id, groups, active, hrefOf, onPoint, onOpen, onShowKind }: HitGroupsProps) {
  const box = useRef<HTMLDivElement>(null);
  const activeId = active && hitRowId(id, active);
  useEffect(() => {
    if (activeId === undefined) return;
    box.current?.querySelector(`[id="${CSS.escape(activeId)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const shortened = onShowKind ? groups.filter((group) => group.hits.length < group.total) : [];
  return (
    <>
      <div
        ref={box}
        id={id}
        role="listbox"
        aria-label="Matches"
        className="min-h-0 flex-1 overflow-auto py-2"
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
          <div
            key={group.kind}
            role="group"
            aria-label={`${group.label}, ${group.hits.length} of ${group.total}`}
            className="pb-2"
          >
            <div role="presentation" className="flex h-7 items-center gap-2 px-5 text-xs">
              <span className="font-semibold text-fg-2">{group.label}</span>
              <span className="text-fg-3 tabular">
                {formatCount(group.hits.length)} of {formatCount(group.total)}
              </span>
            </div>
            {group.hits.map((hit) => (
              <HitRow
                key={hitKey(hit)}
                id={hitRowId(id, hit)}
                hit={hit}
                isActive={hit === active}
                href={hrefOf(hit)}
                onPoint={() => onPoint(hit)}
                onPress={(event) => {
                  event.preventDefault();
                  onOpen(hit, event.metaKey || event.ctrlKey);
                }}
              />
            ))}
          </div>
        ))}
      </div>
      {shortened.length > 0 && (
        <div className="flex shrink-0 flex-wrap gap-x-2 border-t border-line px-4 py-1">
          {shortened.map((group) => (
            <Button key={group.kind} variant="link" size={24} onPress={() => onShowKind?.(group.kind)}>
              Show more of {formatCount(group.total)} in {group.label}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
