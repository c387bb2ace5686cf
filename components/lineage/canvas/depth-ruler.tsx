import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { LayoutColumn } from '@/lib/lineage/layout/layout';
import { depthTitle } from '@/lib/lineage/scene/depth-sections';
import { DEPTH_MAX, type Direction } from '@/lib/lineage/view-state';
import type { Picture } from './picture';
import type { ViewStore } from './view-store';
import type { Viewport } from './viewport';

type DepthRulerProps = {
  store: ViewStore;
  picture: Picture;
  depths: Record<Direction, number>;
  onDeepen: (side: Direction) => void;
};

const SPACE_PX = 12;

/** Puts titles over their columns, beside the buttons and never onto each other; those without room are left out. */
function placeTitles(bar: HTMLElement, columns: readonly LayoutColumn[], { x, zoom }: Viewport): void {
  const widthOf = (side: Direction) =>
    bar.querySelector<HTMLElement>(`[data-side="${side}"]`)?.offsetWidth ?? 0;
  const end = bar.clientWidth - widthOf('down');
  let free = widthOf('up');
  const titles = bar.querySelectorAll<HTMLElement>('li');
  columns.forEach((column, index) => {
    const title = titles[index];
    if (!title) return;
    const columnLeft = (column.x - x) * zoom;
    const columnRight = columnLeft + column.width * zoom;
    const left = Math.max(columnLeft, free);
    const isShown = left < columnRight && left + title.offsetWidth <= end;
    title.style.transform = `translateX(${left}px)`;
    title.style.visibility = isShown ? 'visible' : 'hidden';
    if (isShown) free = left + title.offsetWidth + SPACE_PX;
  });
}

/** Names each column of cards and stays while the canvas moves; its buttons open the next level on a side. */
export function DepthRuler({ store, picture, depths, onDeepen }: DepthRulerProps) {
  const bar = useRef<HTMLDivElement>(null);
  const { columns } = picture.layout;
  useEffect(() => {
    const place = () => {
      if (bar.current) placeTitles(bar.current, columns, store.get());
    };
    place();
    return store.subscribe(place);
  }, [store, columns]);

  const { oneStepAway } = picture.scene.trace;
  return (
    <div ref={bar} className="relative h-7 shrink-0 overflow-hidden border-b border-line bg-surface">
      <ol aria-label="Depth columns" className="text-xs text-fg-3">
        {columns.map(({ depth, nodes }) => (
          <li key={depth} className="absolute top-0 left-0 flex h-7 items-center gap-1 whitespace-nowrap">
            <span className={classNames('font-semibold', depth === 0 ? 'text-accent' : 'text-fg-2')}>
              {depthTitle(depth)}
            </span>
            {depth !== 0 && <span className="tabular">· {formatCount(nodes)}</span>}
          </li>
        ))}
      </ol>
      {(['up', 'down'] as const).map(
        (side) =>
          oneStepAway[side] > 0 &&
          depths[side] < DEPTH_MAX && (
            <HiddenButton key={side} side={side} count={oneStepAway[side]} onPress={() => onDeepen(side)} />
          ),
      )}
    </div>
  );
}

function HiddenButton({ side, count, onPress }: { side: Direction; count: number; onPress: () => void }) {
  const where = side === 'up' ? 'upstream' : 'downstream';
  return (
    <div
      data-side={side}
      className={classNames(
        'absolute inset-y-0 flex items-center from-surface from-80% to-transparent px-3',
        side === 'up' ? 'left-0 bg-linear-to-r pr-4' : 'right-0 bg-linear-to-l pl-4',
      )}
    >
      <button
        type="button"
        onClick={onPress}
        aria-label={`Show the next level ${where}: ${countOf(count, 'hidden object')}`}
        className="relative flex h-5 cursor-default items-center gap-1 rounded-full border border-line-strong bg-surface px-2 text-xs font-semibold text-accent tabular hover:bg-hover before:absolute before:-inset-3 before:content-['']"
      >
        {side === 'up' && <Icon icon={ChevronLeft} size={12} />}
        {formatCount(count)} hidden
        {side === 'down' && <Icon icon={ChevronRight} size={12} />}
      </button>
    </div>
  );
}
