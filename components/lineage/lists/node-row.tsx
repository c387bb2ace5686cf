import type { MouseEvent } from 'react';
import { classNames } from '@/components/ui/class-names';
import { InOut } from '@/components/ui/in-out';
import { ObjectIcon } from '@/components/ui/object-icon';
import { SchemaSquare } from '@/components/ui/schema-square';
import { Cell, RowHead } from '@/components/ui/table';
import { formatCount } from '@/lib/format-text/format-count';
import { methodsTowardFocus } from '@/lib/lineage/scene/methods-toward-focus';
import type { Scene, SceneNode } from '@/lib/lineage/scene/scene';
import type { Direction } from '@/lib/lineage/view-state';
import { UnreadMark } from '../evidence/unread-mark';
import { FocusLink } from '../lineage-links';
import { MethodsPill } from './methods-pill';
import { drawnNeighbours } from './table-rows';

type NodeRowProps = {
  scene: Scene;
  node: SceneNode;
  index: number;
  isSelected: boolean;
  onSelect: () => void;
  onExpand: (id: string, direction: Direction) => void;
};

/** One object in the table. The name makes it the focus, the row selects it. */
export function NodeRow({ scene, node, index, isSelected, onSelect, onExpand }: NodeRowProps) {
  const isFocus = node.depth === 0;
  return (
    <tr onClick={onPlainClick(onSelect)} className={isSelected ? 'bg-accent-tint' : 'hover:bg-hover'}>
      <RowHead className="pl-3!">
        <span className="flex h-7 items-center gap-1">
          <button
            type="button"
            aria-label={`Show the details of ${node.name}`}
            aria-pressed={isSelected}
            onClick={onSelect}
            className="flex size-6 shrink-0 cursor-default items-center justify-center rounded-control text-fg-2 hover:bg-active"
          >
            <ObjectIcon type={node.type} size={14} />
          </button>
          <FocusLink
            object={node}
            className={classNames('min-w-0 truncate', isFocus && 'font-semibold text-accent')}
          >
            {node.name}
          </FocusLink>
          <UnreadMark notRead={node.notRead} object={node} />
        </span>
      </RowHead>
      <Cell>
        <span className="flex min-w-0 items-center gap-1.5 text-fg-2">
          <SchemaSquare slot={node.slot} />
          <span className="truncate">{node.schema}</span>
        </span>
      </Cell>
      <Cell className="text-fg-2!">{node.type}</Cell>
      <Cell className="text-fg-2!">
        <InOut inCount={node.inDegree} outCount={node.outDegree} />
      </Cell>
      <Names nodes={drawnNeighbours(scene, node, 'incoming')} />
      <Names nodes={drawnNeighbours(scene, node, 'outgoing')} />
      <Cell>
        <MethodsPill count={methodsTowardFocus(scene, index)} />
      </Cell>
      <Cell>
        <Hidden node={node} onExpand={onExpand} />
      </Cell>
    </tr>
  );
}

/** A click on the row itself: links and buttons in it have their own meaning. */
function onPlainClick(act: () => void) {
  return ({ target }: MouseEvent) => {
    if (!(target instanceof Element && target.closest('a, button'))) act();
  };
}

function Names({ nodes }: { nodes: readonly SceneNode[] }) {
  const text = nodes.map(({ name }) => name).join(', ');
  return (
    <Cell className="text-fg-2!">
      <span title={text} className="ident block truncate">
        {text}
      </span>
    </Cell>
  );
}

function Hidden({ node, onExpand }: Pick<NodeRowProps, 'node' | 'onExpand'>) {
  return (['up', 'down'] as const).map((direction) => {
    const count = node.hidden[direction];
    if (count === 0) return null;
    const side = direction === 'up' ? 'upstream' : 'downstream';
    return (
      <button
        key={direction}
        type="button"
        aria-label={`Show ${formatCount(count)} hidden ${side} of ${node.name}`}
        onClick={() => onExpand(node.id, direction)}
        className="mr-2 cursor-default whitespace-nowrap rounded-tag font-medium text-accent tabular hover:underline"
      >
        +{formatCount(count)} {direction}
      </button>
    );
  });
}
