import { ChevronDown, ChevronRight, ChevronUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { ObjectIcon } from '@/components/ui/object-icon';
import { SchemaSquare } from '@/components/ui/schema-square';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import { hasColumns } from '@/lib/lineage/has-columns';
import { type DepthSection, depthSections } from '@/lib/lineage/scene/depth-sections';
import { methodsTowardFocus } from '@/lib/lineage/scene/methods-toward-focus';
import type { OpenCard } from '@/lib/lineage/scene/open-card';
import type { Scene, SceneNode } from '@/lib/lineage/scene/scene';
import type { Direction, PickedColumn } from '@/lib/lineage/view-state';
import { UnreadMark } from '../evidence/unread-mark';
import { FocusLink } from '../lineage-links';
import type { Columns } from '../use-columns';
import { MethodsPill } from './methods-pill';
import { PhoneColumns } from './phone-columns';

/** What opens columns, and how they are seen. */
type ColumnsInList = {
  columns: Pick<Columns, 'filters' | 'setFilter'>;
  picked: PickedColumn | undefined;
  onToggleColumns: (id: string) => void;
  onPickColumn: (object: string, column: string) => void;
};

type PhoneListProps = ColumnsInList & {
  scene: Scene;
  onDeepen: (side: Direction) => void;
  canDeepen: Record<Direction, boolean>;
};

/** Sections near the focus are open at first. */
const OPEN_DEPTH = 1;
/** Rows of a section at first; more come in the same steps. */
const STEP = 200;

/** The depth columns as sections of a list: what is nearest comes first. */
export function PhoneList({ scene, onDeepen, canDeepen, ...inList }: PhoneListProps) {
  const sections = useMemo(
    () =>
      depthSections(scene)
        .filter(({ depth }) => depth !== 0)
        .sort(nearestFirst),
    [scene],
  );
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-surface">
      <FocusColumns scene={scene} {...inList} />
      {sections.length === 0 && (
        <p className="p-4 text-phone text-fg-2">
          Nothing is connected at this depth. Open more levels, or choose another object.
        </p>
      )}
      {sections.map((section) => (
        <PhoneSection
          key={`${scene.trace.root} ${section.depth}`}
          {...inList}
          scene={scene}
          section={section}
          onDeepen={
            section.hiddenBeyond && canDeepen[section.hiddenBeyond.direction]
              ? () => section.hiddenBeyond && onDeepen(section.hiddenBeyond.direction)
              : undefined
          }
        />
      ))}
    </div>
  );
}

/** 1 up, 2 up, …, then 1 down, 2 down. */
const nearestFirst = (a: DepthSection, b: DepthSection): number =>
  a.depth < 0 === b.depth < 0 ? Math.abs(a.depth) - Math.abs(b.depth) : a.depth - b.depth;

type PhoneSectionProps = ColumnsInList & {
  scene: Scene;
  section: DepthSection;
  onDeepen: (() => void) | undefined;
};

function PhoneSection({ scene, section, onDeepen, ...inList }: PhoneSectionProps) {
  const { depth, title, nodes, hiddenBeyond } = section;
  const [isOpen, setOpen] = useState(Math.abs(depth) <= OPEN_DEPTH);
  const [shown, setShown] = useState(STEP);
  return (
    <section aria-label={title}>
      <div className="flex h-11 items-center border-b border-line bg-sunken pr-4">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="flex h-full flex-1 cursor-default items-center gap-3 pl-4 text-left text-base focus-inset"
        >
          <Icon icon={isOpen ? ChevronDown : ChevronRight} className="text-fg-2" />
          <span className="font-semibold">{title}</span>
          <span className="text-fg-2">{countOf(nodes.length, 'object')}</span>
        </button>
        {hiddenBeyond && onDeepen ? (
          <button
            type="button"
            onClick={onDeepen}
            className="h-11 cursor-default text-sm font-semibold text-accent tabular"
          >
            +{formatCount(hiddenBeyond.count)} hidden
          </button>
        ) : (
          isOpen && <span className="text-sm text-fg-3">by name</span>
        )}
      </div>
      {isOpen && (
        <ul>
          {nodes.slice(0, shown).map((node) => (
            <PhoneRow
              key={node.id}
              {...inList}
              scene={scene}
              node={node}
              methods={methodsTowardFocus(scene, scene.indexOf.get(node.id) ?? 0)}
            />
          ))}
        </ul>
      )}
      {isOpen && nodes.length > shown && (
        <button
          type="button"
          onClick={() => setShown(shown + STEP)}
          className="h-11 w-full cursor-default border-b border-line text-base font-medium text-accent"
        >
          Show more, {formatCount(shown)} of {formatCount(nodes.length)} shown
        </button>
      )}
    </section>
  );
}

type PhoneRowProps = ColumnsInList & { scene: Scene; node: SceneNode; methods: number };

function PhoneRow({ scene, node, methods, ...inList }: PhoneRowProps) {
  const card = scene.cards.get(scene.indexOf.get(node.id) ?? -1);
  const isOff = scene.path !== undefined && !scene.path.nodes.has(scene.indexOf.get(node.id) ?? -1);
  return (
    <li className={isOff ? 'opacity-60 contrast-more:opacity-75' : undefined}>
      <div className="relative flex min-h-14 items-center gap-3 border-b border-line px-4 py-1.5">
        <ObjectIcon type={node.type} size={18} className="text-fg-2" />
        <div className="min-w-0 flex-1">
          <FocusLink
            object={node}
            className="block truncate text-phone font-medium after:absolute after:inset-0"
          >
            {node.name}
          </FocusLink>
          <p className="flex items-center gap-1.5 text-sm text-fg-2">
            <SchemaSquare slot={node.slot} />
            <span className="truncate">
              {node.schema} · {formatCount(node.inDegree)} in, {formatCount(node.outDegree)} out
            </span>
          </p>
        </div>
        <UnreadMark notRead={node.notRead} object={node} />
        <MethodsPill count={methods} />
        {hasColumns(node.type) && (
          <button
            type="button"
            aria-expanded={card !== undefined}
            aria-label={`Columns of ${node.name}`}
            onClick={() => inList.onToggleColumns(node.id)}
            className="relative z-10 -mx-2 flex size-11 shrink-0 cursor-default items-center justify-center rounded-control text-fg-2"
          >
            <Icon icon={card?.isOpened ? ChevronUp : ChevronDown} />
          </button>
        )}
        <Icon icon={ChevronRight} className="text-fg-2" />
      </div>
      {card && <CardColumns {...inList} node={node} card={card} />}
    </li>
  );
}

function CardColumns(props: ColumnsInList & { node: SceneNode; card: OpenCard }) {
  const { node, card, columns, picked, onToggleColumns, onPickColumn } = props;
  return (
    <PhoneColumns
      name={node.name}
      card={card}
      picked={picked?.object === node.id ? picked.column : undefined}
      filter={columns.filters.get(node.id)}
      onPick={(column) => onPickColumn(node.id, column)}
      onFilter={(filter) => columns.setFilter(node.id, filter)}
      onOpenAll={() => onToggleColumns(node.id)}
    />
  );
}

/** The focus is in the head of the page; its columns come first in the list. */
function FocusColumns({ scene, ...inList }: ColumnsInList & { scene: Scene }) {
  const node = scene.nodes[scene.focus];
  if (!node || !hasColumns(node.type)) return null;
  const card = scene.cards.get(scene.focus);
  return (
    <section aria-label="Columns of the focus">
      <button
        type="button"
        aria-expanded={card !== undefined}
        onClick={() => inList.onToggleColumns(node.id)}
        className="focus-inset flex h-11 w-full cursor-default items-center gap-3 border-b border-line bg-sunken pl-4 text-left text-base"
      >
        <Icon icon={card?.isOpened ? ChevronDown : ChevronRight} className="text-fg-2" />
        <span className="font-semibold">Columns</span>
        <span className="text-fg-2">{card?.total !== undefined && formatCount(card.total)}</span>
      </button>
      {card && <CardColumns {...inList} node={node} card={card} />}
    </section>
  );
}
