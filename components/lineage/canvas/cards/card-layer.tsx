import { Fragment, useSyncExternalStore } from 'react';
import { hasColumns } from '@/lib/lineage/has-columns';
import type { CardFilter } from '@/lib/lineage/scene/choose-rows';
import type { ScenePath } from '@/lib/lineage/scene/scene';
import type { Direction, Expansion, PickedColumn } from '@/lib/lineage/view-state';
import { cardsInTiles, tilesNear } from '../paint/tiles';
import type { Picture } from '../picture';
import type { ViewStore } from '../view/view-store';
import type { CardState } from './card-face';
import { CardTools } from './card-tools';
import { Expander, OverLimit } from './expander';
import { ObjectCard } from './object-card';

/** What stands out among the cards. */
export type CardMarks = {
  /** Index of the selected card. */
  selected: number | undefined;
  /** Index of the card that the Tab key reaches. */
  active: number;
  /** Its row that the Tab key reaches; undefined for the card itself. */
  activeRow: string | undefined;
  path: ScenePath;
  /** All but the path is dimmed. */
  dimsOthers: boolean;
  /** Ends of the selected line: the others are dimmed. */
  ends: ReadonlySet<number> | undefined;
};

type CardLayerProps = {
  store: ViewStore;
  picture: Picture;
  labels: readonly string[];
  marks: CardMarks;
  /** Ids of cards that were not there before. */
  newIds: ReadonlySet<string>;
  expand: readonly Expansion[];
  onExpand: (id: string, direction: Direction) => void;
  picked: PickedColumn | undefined;
  filters: ReadonlyMap<string, CardFilter>;
  onToggleColumns: (id: string) => void;
  onFilter: (id: string, filter: CardFilter) => void;
  label: string;
};

const NO_TILES = () => '';

/** The cards near the view as elements, and their expanders. Rendered again only when other tiles come near. */
export function CardLayer(props: CardLayerProps) {
  const { store, picture, marks, labels, newIds, label } = props;
  const tiles = useSyncExternalStore(store.subscribe, () => tilesNear(store.get(), store.size()), NO_TILES);
  const near = cardsInTiles(picture, tiles);
  // The card that the Tab key reaches is always there, even when it is far away or cards are only marks.
  const shown = near.includes(marks.active) ? near : [...near, marks.active];
  return (
    <>
      <div role="tree" aria-label={label} aria-multiselectable={false}>
        {shown.map((index) => {
          const node = picture.scene.nodes[index];
          if (!node) return null;
          return (
            <ObjectCard
              key={node.id}
              node={node}
              label={labels[index] ?? node.name}
              x={picture.layout.x[index] ?? 0}
              y={picture.layout.y[index] ?? 0}
              card={picture.scene.cards.get(index)}
              width={picture.widths[index] ?? 0}
              height={picture.heights[index] ?? 0}
              state={cardState(index, picture.scene.focus, marks)}
              isSelected={index === marks.selected}
              isActive={index === marks.active}
              activeRow={index === marks.active ? marks.activeRow : undefined}
              picked={props.picked?.object === node.id ? props.picked.column : undefined}
              isNew={newIds.has(node.id)}
            />
          );
        })}
      </div>
      <div>
        {tiles !== '' &&
          near.map((index) => {
            const id = picture.scene.nodes[index]?.id;
            return (
              <Fragment key={id}>
                <Expanders {...props} index={index} />
                <Tools {...props} index={index} />
              </Fragment>
            );
          })}
      </div>
    </>
  );
}

function cardState(index: number, focus: number, { path, ends, dimsOthers }: CardMarks): CardState {
  if (ends) return ends.has(index) ? 'path' : index === focus ? 'focus' : 'dimmed';
  if (dimsOthers && !path.nodes.has(index)) return 'dimmed';
  if (index === focus) return 'focus';
  return path.nodes.has(index) ? 'path' : 'rest';
}

function Expanders({ picture, expand, onExpand, index }: CardLayerProps & { index: number }) {
  const node = picture.scene.nodes[index];
  if (!node) return null;
  const place = {
    x: picture.layout.x[index] ?? 0,
    y: picture.layout.y[index] ?? 0,
    width: picture.widths[index] ?? 0,
  };
  return (['up', 'down'] as const).map((direction) => {
    const isOpen = expand.some((one) => one.id === node.id && one.direction === direction);
    const count = node.hidden[direction];
    if (count === 0 && node.overLimit[direction] > 0) {
      return <OverLimit key={direction} direction={direction} count={node.overLimit[direction]} {...place} />;
    }
    if (count === 0 && !isOpen) return null;
    return (
      <Expander
        key={direction}
        name={node.name}
        direction={direction}
        count={count}
        {...place}
        onPress={() => onExpand(node.id, direction)}
      />
    );
  });
}

function Tools(props: CardLayerProps & { index: number }) {
  const { picture, marks, index, filters, onToggleColumns, onFilter } = props;
  const node = picture.scene.nodes[index];
  if (!node || !hasColumns(node.type)) return null;
  const card = picture.scene.cards.get(index);
  return (
    <CardTools
      node={node}
      card={card}
      x={picture.layout.x[index] ?? 0}
      y={picture.layout.y[index] ?? 0}
      width={picture.widths[index] ?? 0}
      isShown={card !== undefined || index === marks.active || index === marks.selected}
      isActive={index === marks.active}
      isWaiting={picture.scene.isWaiting}
      filter={filters.get(node.id)}
      onToggle={() => onToggleColumns(node.id)}
      onFilter={(filter) => onFilter(node.id, filter)}
    />
  );
}
