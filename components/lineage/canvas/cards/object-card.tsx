import { memo } from 'react';
import { classNames } from '@/components/ui/class-names';
import { ObjectIcon } from '@/components/ui/object-icon';
import { notReadWords } from '@/lib/lineage/coverage/coverage-words';
import { hasColumns } from '@/lib/lineage/has-columns';
import { depthTitle } from '@/lib/lineage/scene/depth-sections';
import type { OpenCard } from '@/lib/lineage/scene/open-card';
import type { SceneNode } from '@/lib/lineage/scene/scene';
import { UnreadMark } from '../../evidence/unread-mark';
import { CardFace, CardFrame, type CardState } from './card-face';
import { CardRows } from './card-rows';
import { cardOutline, cardShape } from './card-shape';

type ObjectCardProps = {
  node: SceneNode;
  /** Undefined: folded. */
  card: OpenCard | undefined;
  /** The name as it fits. */
  label: string;
  x: number;
  y: number;
  width: number;
  height: number;
  state: CardState;
  isSelected: boolean;
  /** The one card that the Tab key reaches, or has a row that it reaches. */
  isActive: boolean;
  activeRow: string | undefined;
  /** The picked column, when it is one of this card. */
  picked: string | undefined;
  isNew: boolean;
};

/** What a screen reader says of a card. */
export function cardName(node: SceneNode): string {
  const { name, type, schema, inDegree, outDegree, depth, hidden, notRead } = node;
  const hiddenCount = hidden.up + hidden.down;
  const parts = [name, type, schema, depthTitle(depth), `${inDegree} in, ${outDegree} out`];
  if (hiddenCount > 0) parts.push(`${hiddenCount} hidden`);
  if (notRead !== undefined) parts.push(notReadWords(notRead));
  return parts.filter((part) => part !== '').join(', ');
}

/** One object on the canvas: outline tells the type, bar the schema, stroke the state; opened, its columns follow. */
export const ObjectCard = memo(function ObjectCard(props: ObjectCardProps) {
  const { node, card, label, x, y, width, height, state, isSelected, isActive, activeRow, isNew } = props;
  const isShortened = label !== node.name;
  const face = { node, card, width, height, state, isSelected };
  const level = Math.abs(node.depth) + 1;
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={isSelected}
      aria-expanded={hasColumns(node.type) ? card !== undefined : undefined}
      aria-label={cardName(node)}
      title={isShortened ? node.name : undefined}
      data-node={node.id}
      data-depth={node.depth}
      tabIndex={isActive && activeRow === undefined ? 0 : -1}
      className={classNames(
        'group absolute cursor-default select-none rounded-[4px] text-[12px] leading-[16px]',
        'in-data-settling:transition-[left,top] in-data-settling:duration-[240ms] in-data-settling:ease-standard',
        state === 'dimmed' && 'opacity-50 contrast-more:opacity-75',
        isNew && 'animate-fade-in',
      )}
      // Not a transform: hundreds of those make every frame of a pan dear.
      style={{ left: x, top: y, width, height }}
    >
      <CardFace {...face} />
      <span className="absolute top-[6px] left-[13px] flex size-[16px] items-center justify-center text-fg-2">
        <ObjectIcon type={node.type} size={14} className="size-[14px]" />
      </span>
      <span className="ident absolute top-[6px] left-[34px] whitespace-nowrap font-semibold text-fg">
        {label}
      </span>
      <span className="absolute inset-x-[13px] top-[26px] flex justify-between gap-[12px] whitespace-nowrap text-[11px] text-fg-3">
        <span className="overflow-hidden text-ellipsis">{node.schema || 'no schema'}</span>
        <span className="flex shrink-0 items-center gap-[6px]">
          <UnreadMark notRead={node.notRead} object={node} isNamed />
          <span className="tabular text-fg-2">
            {node.inDegree}
            <span className="px-[3px] text-[8px] text-fg-3">▶</span>
            {node.outDegree}
          </span>
        </span>
      </span>
      {card && (
        <CardRows
          card={card}
          level={level + 1}
          outline={cardOutline(cardShape(node.type), width, height).outline}
          picked={props.picked}
          active={activeRow}
        />
      )}
      <CardFrame {...face} />
    </div>
  );
});
