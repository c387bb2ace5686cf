import { memo } from 'react';
import { classNames } from '@/components/ui/class-names';
import { ObjectIcon } from '@/components/ui/object-icon';
import { schemaColour } from '@/components/ui/schema-square';
import { PORT_Y } from '@/lib/lineage/layout/layout';
import { depthTitle } from '@/lib/lineage/scene/depth-sections';
import { CARD_HEIGHT } from '@/lib/lineage/scene/layout-input';
import type { SceneNode } from '@/lib/lineage/scene/scene';
import { cardOutline, cardShape } from './card-shape';

/** How a card looks; the strongest state wins. */
export type CardState = 'rest' | 'path' | 'focus' | 'dimmed';

type ObjectCardProps = {
  node: SceneNode;
  /** The name as it fits. */
  label: string;
  x: number;
  y: number;
  width: number;
  state: CardState;
  isSelected: boolean;
  /** The one card that the Tab key reaches. */
  isActive: boolean;
  isNew: boolean;
};

const STROKE: Record<CardState, string> = {
  rest: 'stroke-line-strong [stroke-width:1px] group-hover:stroke-fg-3 group-hover:[stroke-width:1.5px]',
  path: 'stroke-accent [stroke-width:1.5px]',
  focus: 'stroke-accent [stroke-width:2px]',
  dimmed: 'stroke-line-strong [stroke-width:1px] group-hover:stroke-fg-3',
};

/** What a screen reader says of a card. */
export function cardName({ name, type, schema, inDegree, outDegree, depth, hidden }: SceneNode): string {
  const hiddenCount = hidden.up + hidden.down;
  const parts = [name, type, schema, depthTitle(depth), `${inDegree} in, ${outDegree} out`];
  if (hiddenCount > 0) parts.push(`${hiddenCount} hidden`);
  return parts.filter((part) => part !== '').join(', ');
}

/** One object on the canvas: outline tells the type, bar the schema, stroke the state. */
export const ObjectCard = memo(function ObjectCard(props: ObjectCardProps) {
  const { node, label, x, y, width, state, isSelected, isActive, isNew } = props;
  const isShortened = label !== node.name;
  return (
    <div
      role="treeitem"
      aria-level={Math.abs(node.depth) + 1}
      aria-selected={isSelected}
      aria-label={cardName(node)}
      title={isShortened ? node.name : undefined}
      data-node={node.id}
      data-depth={node.depth}
      tabIndex={isActive ? 0 : -1}
      className={classNames(
        'group absolute cursor-default select-none rounded-[4px] text-[12px] leading-[16px]',
        'in-data-settling:transition-[left,top] in-data-settling:duration-[240ms] in-data-settling:ease-standard',
        state === 'dimmed' && 'opacity-50 contrast-more:opacity-75',
        isNew && 'animate-fade-in',
      )}
      // Not a transform: hundreds of those make every frame of a pan dear.
      style={{ left: x, top: y, width, height: CARD_HEIGHT }}
    >
      <CardFace node={node} width={width} state={state} isSelected={isSelected} />
      <span className="absolute top-[6px] left-[13px] flex size-[16px] items-center justify-center text-fg-2">
        <ObjectIcon type={node.type} size={14} className="size-[14px]" />
      </span>
      <span className="ident absolute top-[6px] left-[34px] whitespace-nowrap font-semibold text-fg">
        {label}
      </span>
      <span className="absolute inset-x-[13px] bottom-[6px] flex justify-between gap-[12px] whitespace-nowrap text-[11px] text-fg-3">
        <span className="overflow-hidden text-ellipsis">{node.schema || 'no schema'}</span>
        <span className="tabular text-fg-2">
          {node.inDegree}
          <span className="px-[3px] text-[8px] text-fg-3">▶</span>
          {node.outDegree}
        </span>
      </span>
    </div>
  );
});

function CardFace({
  node,
  width,
  state,
  isSelected,
}: Pick<ObjectCardProps, 'node' | 'width' | 'state' | 'isSelected'>) {
  const { outline, bar, fold } = cardOutline(cardShape(node.type), width, CARD_HEIGHT);
  const port = state === 'focus' || state === 'path' ? 'accent' : 'edge';
  return (
    <svg width={width} height={CARD_HEIGHT} aria-hidden="true" className="absolute inset-0 overflow-visible">
      <path
        d={outline}
        transform="translate(0,1)"
        className="fill-none stroke-black/5 dark:stroke-black/40"
      />
      <path d={outline} className={isSelected ? 'fill-accent-tint' : 'fill-surface'} />
      <path d={bar} fill={schemaColour(node.slot)} className="forced-color-adjust-none" />
      <path d={outline} className={classNames('fill-none', STROKE[state])} />
      {fold && <path d={fold} className={classNames('fill-sunken', STROKE[state])} />}
      {node.incoming.length > 0 && (
        <path
          d={`M-5,${PORT_Y - 4.5}L2.5,${PORT_Y}L-5,${PORT_Y + 4.5}Z`}
          className={port === 'accent' ? 'fill-accent' : 'fill-edge'}
        />
      )}
      {node.outgoing.length > 0 && (
        <circle
          cx={width}
          cy={PORT_Y}
          r={3.5}
          className={classNames(
            'fill-surface [stroke-width:1.5px]',
            port === 'accent' ? 'stroke-accent' : 'stroke-edge',
          )}
        />
      )}
    </svg>
  );
}
