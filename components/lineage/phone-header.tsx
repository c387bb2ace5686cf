import { ChevronDown, ListTree, SlidersHorizontal, Waypoints } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { ObjectIcon } from '@/components/ui/object-icon';
import { Popover } from '@/components/ui/popover';
import { SchemaSquare } from '@/components/ui/schema-square';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Stepper } from '@/components/ui/stepper';
import type { SceneNode } from '@/lib/lineage/scene/scene';
import { DEPTH_MAX, type Direction, type LineageViewKind } from '@/lib/lineage/view-state';

type PhoneHeaderProps = {
  /** Undefined while it loads, or when there is none. */
  node: SceneNode | undefined;
  /** How the address calls the focus. */
  focus: string;
  depths: Record<Direction, number>;
  onDepth: (side: Direction, depth: number) => void;
  view: LineageViewKind;
  onView: (view: LineageViewKind) => void;
  onDetails: () => void;
};

const VIEWS = [
  { value: 'table', label: 'List', icon: ListTree },
  { value: 'graph', label: 'Graph', icon: Waypoints },
] as const;

/** The focus, list or graph, and the depths behind one button. */
export function PhoneHeader({ node, focus, depths, onDepth, view, onView, onDetails }: PhoneHeaderProps) {
  return (
    <header className="flex flex-col gap-3 border-b border-line bg-surface p-4">
      <div className="flex items-center gap-3">
        <span className="flex size-10 items-center justify-center rounded-card bg-sunken text-fg-2">
          {node && <ObjectIcon type={node.type} size={18} />}
        </span>
        <div className="min-w-0 flex-1">
          <h1 className="ident break-words text-lg">{node?.name ?? focus}</h1>
          {node && (
            <p className="flex items-center gap-1.5 text-base text-fg-2">
              <SchemaSquare slot={node.slot} />
              <span className="truncate">
                {node.schema}, {node.type}, {node.inDegree} in, {node.outDegree} out
              </span>
            </p>
          )}
        </div>
        <Button size={28} isDisabled={!node} onPress={onDetails}>
          Details
        </Button>
      </div>
      <div className="flex gap-2">
        <SegmentedControl
          label="View"
          value={view === 'graph' ? 'graph' : 'table'}
          onChange={onView}
          options={VIEWS}
          className="flex-1"
        />
        <Popover
          label="Depths"
          trigger={
            <Button icon={SlidersHorizontal} iconEnd={ChevronDown}>
              {`${depths.up} up, ${depths.down} down`}
            </Button>
          }
        >
          <div className="flex flex-col gap-3 p-4">
            {(['up', 'down'] as const).map((side) => (
              <div key={side} className="flex items-center justify-between gap-6">
                <span aria-hidden="true" className="text-base font-medium">
                  {side === 'up' ? 'Upstream' : 'Downstream'}
                </span>
                <Stepper
                  label={side === 'up' ? 'Upstream depth' : 'Downstream depth'}
                  value={depths[side]}
                  minValue={0}
                  maxValue={DEPTH_MAX}
                  onChange={(depth) => onDepth(side, depth)}
                />
              </div>
            ))}
          </div>
        </Popover>
      </div>
    </header>
  );
}
