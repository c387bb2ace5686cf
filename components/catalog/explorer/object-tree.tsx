'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { useRowHeight } from '@/components/ui/text-scale';
import type { ObjectSummary } from '@/lib/catalog/contract';
import { activeRow } from './active-row';
import { treeMove } from './tree-keys';
import { TreeRowView } from './tree-row-view';
import type { TreeRow } from './tree-rows';

type ObjectTreeProps = {
  rows: readonly TreeRow[];
  hasDatabases: boolean;
  /** Id of the object in the focus of the page. */
  focusId: string | undefined;
  hrefOf: (object: ObjectSummary) => string;
  onToggle: (key: string) => void;
  onChoose: (object: ObjectSummary) => void;
  onRetry: () => void;
};

const rowId = (key: string) => `tree-${key.replaceAll(/[^\w-]/g, (letter) => `_${letter.codePointAt(0)}`)}`;
const isModified = (event: MouseEvent) =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;

/** The virtual tree: one stop for Tab, then arrow keys; only the rows in view are in the page. */
export function ObjectTree({
  rows,
  hasDatabases,
  focusId,
  hrefOf,
  onToggle,
  onChoose,
  onRetry,
}: ObjectTreeProps) {
  const box = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const isCoarse = typeof window !== 'undefined' && window.matchMedia('(pointer: coarse)').matches;
  const rowHeight = useRowHeight(isCoarse ? 44 : 28);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });
  const active = activeRow(rows, activeKey, focusId);
  const standsOn = rows[active];
  const focusIndex = rows.findIndex((row) => row.kind === 'object' && row.object.id === focusId);

  // A new focus of the page is brought into view once its row is there.
  const shownFocus = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (focusIndex === -1 || shownFocus.current === focusId) return;
    shownFocus.current = focusId;
    virtual.scrollToIndex(focusIndex, { align: 'auto' });
  }, [focusIndex, focusId, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = treeMove(rows, active, event.key);
    if (move === null) return;
    event.preventDefault();
    if (move.kind === 'toggle') onToggle(move.key);
    else if (move.kind === 'choose') {
      const row = rows[move.index];
      if (row?.kind === 'object') onChoose(row.object);
      if (row?.kind === 'error') onRetry();
    } else {
      setActiveKey(rows[move.index]?.key ?? null);
      virtual.scrollToIndex(move.index, { align: 'auto' });
    }
  };
  const press = (row: TreeRow) => (event: MouseEvent) => {
    setActiveKey(row.key);
    if (row.kind === 'schema' || row.kind === 'range') onToggle(row.key);
    if (row.kind !== 'object' || isModified(event)) return;
    event.preventDefault();
    onChoose(row.object);
  };
  return (
    <div
      ref={box}
      role="tree"
      tabIndex={0}
      aria-label="Objects"
      aria-activedescendant={standsOn && rowId(standsOn.key)}
      onKeyDown={onKeyDown}
      className="object-tree focus-inset min-h-0 flex-1 overflow-auto"
    >
      <div role="none" style={{ height: virtual.getTotalSize() }} className="relative">
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <TreeRowView
              key={item.key}
              id={rowId(row.key)}
              row={row}
              isActive={item.index === active}
              isFocus={row.kind === 'object' && row.object.id === focusId}
              hasDatabases={hasDatabases}
              href={row.kind === 'object' ? hrefOf(row.object) : undefined}
              style={{ transform: `translateY(${item.start}px)` }}
              onPress={press(row)}
              onRetry={onRetry}
            />
          );
        })}
      </div>
    </div>
  );
}
