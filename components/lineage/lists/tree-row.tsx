import { ArrowDownRight, ArrowUpRight, ChevronDown, ChevronRight, Crosshair } from 'lucide-react';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { InOut } from '@/components/ui/in-out';
import { ObjectIcon } from '@/components/ui/object-icon';
import { SchemaSquare } from '@/components/ui/schema-square';
import { countOf } from '@/lib/format-text/format-count';
import { notReadWords } from '@/lib/lineage/coverage/coverage-words';
import { depthTitle } from '@/lib/lineage/scene/depth-sections';
import type { SceneNode } from '@/lib/lineage/scene/scene';
import type { SceneTreeRow } from '@/lib/lineage/scene/tree-rows';
import { UnreadMark } from '../evidence/unread-mark';

type TreeRowProps = {
  id: string;
  row: SceneTreeRow;
  node: SceneNode;
  isActive: boolean;
  isSelected: boolean;
  top: number;
  onPress: () => void;
  onOpen: () => void;
  onToggle: () => void;
};

const INDENT_PX = 20;

function rowName({ name, type, schema, depth, inDegree, outDegree, notRead }: SceneNode): string {
  const parts = [name, type, schema, depthTitle(depth), `${inDegree} in, ${outDegree} out`];
  return [...parts, ...(notRead === undefined ? [] : [notReadWords(notRead)])].join(', ');
}

/** One row of the lineage tree. The arrow tells the side: up to a source, down to a reader. */
export function TreeRow(props: TreeRowProps) {
  const { id, row, node, isActive, isSelected, top, onPress, onOpen, onToggle } = props;
  const side = node.depth === 0 ? Crosshair : node.depth < 0 ? ArrowUpRight : ArrowDownRight;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys for its rows
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active row
    <div
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-expanded={row.children > 0 ? row.isOpen : undefined}
      aria-selected={isSelected}
      aria-label={rowName(node)}
      onClick={onPress}
      onDoubleClick={onOpen}
      className={classNames(
        'absolute inset-x-0 flex h-7 cursor-default items-center gap-2 pr-4 text-sm hover:bg-hover',
        isActive && 'tree-active',
        isSelected && 'bg-accent-tint hover:bg-accent-tint',
      )}
      style={{ transform: `translateY(${top}px)`, paddingLeft: 12 + (row.level - 1) * INDENT_PX }}
    >
      {row.children > 0 ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: a second way for the pointer; keys use the arrows
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above
        <span
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
          className="flex size-5 items-center justify-center rounded-tag text-fg-2 hover:bg-active"
        >
          <Icon icon={row.isOpen ? ChevronDown : ChevronRight} size={14} />
        </span>
      ) : (
        <span className="size-5" />
      )}
      <Icon icon={side} size={14} className={node.depth === 0 ? 'text-accent' : 'text-fg-3'} />
      <ObjectIcon type={node.type} size={14} className="text-fg-2" />
      <span
        className={classNames(
          'ident truncate',
          node.depth === 0 ? 'font-semibold text-accent' : 'font-medium',
        )}
      >
        {node.name}
      </span>
      <UnreadMark notRead={node.notRead} object={node} isNamed />
      <span className="flex min-w-0 items-center gap-1.5 text-xs text-fg-3">
        <SchemaSquare slot={node.slot} />
        <span className="truncate">{node.schema}</span>
      </span>
      {row.otherWays > 0 && (
        <span className="shrink-0 text-xs text-fg-3">and {countOf(row.otherWays, 'other way')}</span>
      )}
      <InOut inCount={node.inDegree} outCount={node.outDegree} className="ml-auto text-xs text-fg-2" />
    </div>
  );
}
