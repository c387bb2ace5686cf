import { ArrowLeft, ArrowRight, ListTree, Share2, Table2, Waypoints } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Stepper } from '@/components/ui/stepper';
import { Switch } from '@/components/ui/switch';
import { DEPTH_MAX, type Direction, type LineageViewKind } from '@/lib/lineage/view-state';

type LineageToolbarProps = {
  depths: Record<Direction, number>;
  onDepth: (side: Direction, depth: number) => void;
  view: LineageViewKind;
  onView: (view: LineageViewKind) => void;
  canGoBack: boolean;
  canGoForward: boolean;
  onCopyLink: () => void;
  /** There are cards that could be opened. */
  isLoaded: boolean;
  /** Columns of some card are shown. */
  hasColumns: boolean;
  onColumns: (isOn: boolean) => void;
};

const VIEWS = [
  { value: 'graph', label: 'Graph', icon: Waypoints },
  { value: 'tree', label: 'Tree', icon: ListTree },
  { value: 'table', label: 'Table', icon: Table2 },
] as const;

/** History of the focus, depths on both sides, kind of view, link. */
export function LineageToolbar(props: LineageToolbarProps) {
  const { depths, onDepth, view, onView, canGoBack, canGoForward, onCopyLink } = props;
  return (
    <div
      role="toolbar"
      aria-label="Lineage"
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-3 py-1"
    >
      <div className="flex items-center gap-1 border-r border-line pr-3">
        <IconButton
          icon={ArrowLeft}
          label="Back to the focus before"
          shortcut="Alt ←"
          isDisabled={!canGoBack}
          onPress={() => window.history.back()}
        />
        <IconButton
          icon={ArrowRight}
          label="Forward to the next focus"
          shortcut="Alt →"
          isDisabled={!canGoForward}
          onPress={() => window.history.forward()}
        />
      </div>
      <Depth label="Upstream" value={depths.up} onChange={(depth) => onDepth('up', depth)} />
      <Depth label="Downstream" value={depths.down} onChange={(depth) => onDepth('down', depth)} />
      <Switch
        label="Columns"
        isSelected={props.hasColumns}
        isDisabled={!props.isLoaded}
        onChange={props.onColumns}
      />
      <div className="ml-auto flex items-center gap-2">
        <SegmentedControl label="View" value={view} onChange={onView} options={VIEWS} />
        <IconButton icon={Share2} label="Copy the link to this view" onPress={onCopyLink} />
      </div>
    </div>
  );
}

type DepthProps = { label: string; value: number; onChange: (depth: number) => void };

function Depth({ label, value, onChange }: DepthProps) {
  return (
    <div className="flex items-center gap-2">
      <span aria-hidden="true" className="text-sm font-medium text-fg-2">
        {label}
      </span>
      <Stepper label={`${label} depth`} value={value} minValue={0} maxValue={DEPTH_MAX} onChange={onChange} />
    </div>
  );
}
