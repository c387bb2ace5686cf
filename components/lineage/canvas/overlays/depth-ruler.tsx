import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { LayoutColumn } from '@/lib/lineage/layout/layout';
import { depthTitle } from '@/lib/lineage/scene/depth-sections';
import { DEPTH_MAX, type Direction } from '@/lib/lineage/view-state';
import type { Picture } from '../picture';
import type { ViewStore } from '../view/view-store';
import type { Viewport } from '../view/viewport';

type DepthRulerProps = {
  store: ViewStore;
  picture: Picture;
  depths: Record<Direction, number>;
  onDeepen: (side: Direction) => void;
};

const SPACE_PX = 12;

type Titles = { element: HTMLElement; width: number }[];

/** Measures once: reading sizes in every frame of a pan would make the browser lay the page out each time. */
function measure(bar: HTMLElement) {
  const widthOf = (side: Direction) =>
    bar.querySelector<HTMLElement>(`[data-side="${side}"]`)?.offsetWidth ?? 0;
  const titles: Titles = [...bar.querySelectorAll('li')].map((element) => ({
    element,
    width: element.offsetWidth,
  }));
  return { titles, before: widthOf('up'), after: widthOf('down') };
}

/** Puts titles over their columns, beside the buttons and never onto each other; those without room are left out. */
function placeTitles(
  { titles, before, after }: ReturnType<typeof measure>,
  columns: readonly LayoutColumn[],
  { x, zoom }: Viewport,
  width: number,
): void {
  let free = before;
  columns.forEach((column, index) => {
    const title = titles[index];
    if (!title) return;
    const columnLeft = (column.x - x) * zoom;
    const left = Math.max(columnLeft, free);
    const isShown = left < columnLeft + column.width * zoom && left + title.width <= width - after;
    title.element.style.transform = `translateX(${left}px)`;
    title.element.style.visibility = isShown ? 'visible' : 'hidden';
    if (isShown) free = left + title.width + SPACE_PX;
  });
}

/** Names each column of cards and stays while the canvas moves; its buttons open the next level on a side. */
export function DepthRuler({ store, picture, depths, onDeepen }: DepthRulerProps) {
  const bar = useRef<HTMLDivElement>(null);
  const { columns } = picture.layout;
  const { oneStepAway } = picture.scene.trace;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the buttons take room from the titles
  useEffect(() => {
    if (!bar.current) return;
    const measured = measure(bar.current);
    const place = () => placeTitles(measured, columns, store.get(), store.size().width);
    place();
    return store.subscribe(place);
  }, [store, columns, oneStepAway, depths.up, depths.down]);

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
