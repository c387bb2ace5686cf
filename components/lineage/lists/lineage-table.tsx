import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { HeadCell, Table } from '@/components/ui/table';
import { useRowHeight } from '@/components/ui/text-scale';
import type { Scene } from '@/lib/lineage/scene/scene';
import type { Direction } from '@/lib/lineage/view-state';
import { NodeRow } from './node-row';
import { SectionRow } from './section-row';
import { tableRows } from './table-rows';

type LineageTableProps = {
  scene: Scene;
  selectedId: string | undefined;
  onSelect: (node: number) => void;
  onExpand: (id: string, direction: Direction) => void;
  onDeepen: (side: Direction) => void;
  canDeepen: Record<Direction, boolean>;
};

const ROW_PX = 32;
const HEADS = [
  ['Object', 'w-[23%]'],
  ['Schema', 'w-[12%]'],
  ['Type', 'w-[9%]'],
  ['In ▸ out', 'w-[7%]'],
  ['Reads from', 'w-[14%]'],
  ['Feeds', 'w-[14%]'],
  ['Evidence', 'w-[11%]'],
  ['Hidden', 'w-[10%]'],
] as const;

/** All drawn objects by depth column, with their drawn neighbours: everything that the graph shows, in words. */
export function LineageTable(props: LineageTableProps) {
  const { scene, selectedId, onSelect, onExpand, onDeepen, canDeepen } = props;
  const rows = useMemo(() => tableRows(scene), [scene]);
  const box = useRef<HTMLElement>(null);
  const rowHeight = useRowHeight(ROW_PX);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section
      ref={box}
      aria-label="Lineage table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="focus-inset min-h-0 flex-1 overflow-auto bg-surface"
    >
      <Table caption="Drawn objects by depth" className="min-w-[54rem] table-fixed">
        <thead className="sticky top-0 z-10 bg-surface">
          <tr>
            {HEADS.map(([head, width]) => (
              <HeadCell key={head} className={`${width} first:pl-4`}>
                {head}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {items.map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            return row.kind === 'section' ? (
              <SectionRow
                key={`depth ${row.section.depth}`}
                section={row.section}
                columns={HEADS.length}
                canDeepen={canDeepen}
                onDeepen={onDeepen}
              />
            ) : (
              <NodeRow
                key={row.node.id}
                scene={scene}
                node={row.node}
                index={row.index}
                isSelected={row.node.id === selectedId}
                onSelect={() => onSelect(row.index)}
                onExpand={onExpand}
              />
            );
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </Table>
    </section>
  );
}

/** Stands for the rows outside the view. */
function Spacer({ height }: { height: number }) {
  return (
    <tr>
      <td colSpan={HEADS.length} style={{ height }} />
    </tr>
  );
}
