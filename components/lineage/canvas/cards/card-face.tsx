import { classNames } from '@/components/ui/class-names';
import { schemaColour } from '@/components/ui/schema-square';
import { PORT_Y } from '@/lib/lineage/layout/layout';
import { ROW_HEIGHT } from '@/lib/lineage/scene/card-size';
import { type OpenCard, rowsTop } from '@/lib/lineage/scene/open-card';
import type { SceneNode } from '@/lib/lineage/scene/scene';
import { cardOutline, cardShape } from './card-shape';

/** How a card looks; the strongest state wins. */
export type CardState = 'rest' | 'path' | 'focus' | 'dimmed';

type CardFaceProps = {
  node: SceneNode;
  card: OpenCard | undefined;
  width: number;
  height: number;
  state: CardState;
  isSelected: boolean;
};

const STROKE: Record<CardState, string> = {
  rest: 'stroke-line-strong [stroke-width:1px] group-hover:stroke-fg-3 group-hover:[stroke-width:1.5px]',
  path: 'stroke-accent [stroke-width:1.5px]',
  focus: 'stroke-accent [stroke-width:2px]',
  dimmed: 'stroke-line-strong [stroke-width:1px] group-hover:stroke-fg-3',
};

/** The ground of a card: its shape, and the bar of its schema. */
export function CardFace({ node, width, height, isSelected }: CardFaceProps) {
  const { outline, bar } = cardOutline(cardShape(node.type), width, height);
  return (
    <svg width={width} height={height} aria-hidden="true" className="absolute inset-0 overflow-visible">
      <path
        d={outline}
        transform="translate(0,1)"
        className="fill-none stroke-black/5 dark:stroke-black/40"
      />
      <path d={outline} className={isSelected ? 'fill-accent-tint' : 'fill-surface'} />
      <path d={bar} fill={schemaColour(node.slot)} className="forced-color-adjust-none" />
    </svg>
  );
}

/** What lies over the rows of a card: its outline, and the ports at the head and at rows. */
export function CardFrame({ node, card, width, height, state }: CardFaceProps) {
  const { outline, fold } = cardOutline(cardShape(node.type), width, height);
  const isAccent = state === 'focus' || state === 'path';
  const head = card
    ? { hasIn: card.headIn, hasOut: card.headOut }
    : { hasIn: node.incoming.length > 0, hasOut: node.outgoing.length > 0 };
  return (
    <svg
      width={width}
      height={height}
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 overflow-visible"
    >
      <path d={outline} className={classNames('fill-none', STROKE[state])} />
      {fold && <path d={fold} className={classNames('fill-sunken', STROKE[state])} />}
      <Ports {...head} y={PORT_Y} width={width} isAccent={isAccent} />
      {card?.rows.map((row, index) => (
        <Ports
          key={row.name}
          hasIn={row.hasIn}
          hasOut={row.hasOut}
          y={rowsTop(card) + ROW_HEIGHT * (index + 0.5)}
          width={width}
          isAccent={row.isOnPath}
        />
      ))}
    </svg>
  );
}

type PortsProps = { hasIn: boolean; hasOut: boolean; y: number; width: number; isAccent: boolean };

/** In: a filled triangle. Out: a ring. Both centred on the border. */
function Ports({ hasIn, hasOut, y, width, isAccent }: PortsProps) {
  return (
    <>
      {hasIn && (
        <path
          d={`M-5,${y - 4.5}L2.5,${y}L-5,${y + 4.5}Z`}
          className={isAccent ? 'fill-accent' : 'fill-edge'}
        />
      )}
      {hasOut && (
        <circle
          cx={width}
          cy={y}
          r={3.5}
          className={classNames(
            'fill-surface [stroke-width:1.5px]',
            isAccent ? 'stroke-accent' : 'stroke-edge',
          )}
        />
      )}
    </>
  );
}
