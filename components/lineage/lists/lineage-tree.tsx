import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useRowHeight } from '@/components/ui/text-scale';
import type { Scene } from '@/lib/lineage/scene/scene';
import { sceneTreeRows } from '@/lib/lineage/scene/tree-rows';
import { TreeRow } from './tree-row';
import { treeStep } from './tree-step';

type LineageTreeProps = {
  scene: Scene;
  selectedId: string | undefined;
  onSelect: (node: number) => void;
  onFocus: (node: number) => void;
};

const ROW_PX = 28;

/** Every drawn object once, under the neighbour through which it is nearest to the focus. */
export function LineageTree({ scene, selectedId, onSelect, onFocus }: LineageTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [activeId, setActiveId] = useState<string>();
  const rows = useMemo(() => sceneTreeRows(scene, (id) => closed.has(id)), [scene, closed]);
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(ROW_PX);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  });
  const idOf = (row: number) => scene.nodes[rows[row]?.node ?? -1]?.id ?? '';
  const active = Math.max(
    0,
    rows.findIndex((_, row) => idOf(row) === activeId),
  );
  const toggle = (row: number) => {
    const next = new Set(closed);
    if (!next.delete(idOf(row))) next.add(idOf(row));
    setClosed(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = rows[active];
    if (!here) return;
    const step = treeStep(rows, active, event.key);
    if (step?.to !== undefined) {
      setActiveId(idOf(step.to));
      virtual.scrollToIndex(step.to, { align: 'auto' });
    } else if (step?.toggles) toggle(active);
    else if (event.key === 'Enter') onFocus(here.node);
    else if (event.key === ' ') onSelect(here.node);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={box}
      role="tree"
      tabIndex={0}
      aria-label="Lineage tree"
      aria-activedescendant={`lineage-row-${idOf(active)}`}
      onKeyDown={onKeyDown}
      className="object-tree focus-inset min-h-0 flex-1 overflow-auto bg-surface py-1"
    >
      <div role="none" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          const node = row && scene.nodes[row.node];
          if (!row || !node) return null;
          return (
            <TreeRow
              key={node.id}
              id={`lineage-row-${node.id}`}
              row={row}
              node={node}
              isActive={index === active}
              isSelected={node.id === selectedId}
              top={start}
              onPress={() => {
                setActiveId(node.id);
                onSelect(row.node);
              }}
              onOpen={() => onFocus(row.node)}
              onToggle={() => toggle(index)}
            />
          );
        })}
      </div>
    </div>
  );
}
