import { Skeleton } from '@/components/ui/skeleton';
import type { Scene } from '@/lib/lineage/scene/scene';
import { isEdgeSelection, type LineageViewState } from '@/lib/lineage/view-state';
import type { Columns } from '../use-columns';
import { type LineageActions, selectionIn } from '../use-lineage-actions';
import { EdgeInspector } from './edge-inspector';
import { HeadIcon, InspectorFrame } from './inspector-frame';
import { ObjectInspector } from './object-inspector';

type InspectorProps = {
  /** Undefined while it loads: the pane is there already, so that nothing jumps. */
  scene: Scene | undefined;
  state: LineageViewState;
  actions: LineageActions;
  columns: Columns;
};

/** Shows the selected edge or object; the focus when nothing is selected. */
export function Inspector({ scene, state, actions, columns }: InspectorProps) {
  const onCopyLink = () => void actions.copyLink();
  if (!scene) {
    return (
      <InspectorFrame
        icon={<HeadIcon />}
        title="Loading…"
        subtitle={undefined}
        isWide={state.tab === 'sql'}
        onCopyLink={onCopyLink}
        onClose={actions.closeInspector}
      >
        <Skeleton className="p-4" lines={[42, 80, 64, 30, 72]} label="Loading the object" />
      </InspectorFrame>
    );
  }
  const { line } = selectionIn(scene, state.select);
  const drawn = line === undefined ? undefined : scene.lines[line];
  const shared = {
    snapshot: scene.trace.snapshot,
    tab: state.tab,
    line: state.line,
    onTab: actions.setTab,
    onCopyLink,
    onClose: actions.closeInspector,
    onOpenProof: actions.openProof,
  };
  if (drawn) return <EdgeInspector {...shared} scene={scene} drawn={drawn} />;
  const id = state.select === undefined || isEdgeSelection(state.select) ? scene.trace.root : state.select;
  const node = scene.indexOf.get(id);
  const isFocus = id === scene.trace.root;
  return (
    <ObjectInspector
      {...shared}
      key={id}
      id={id}
      picked={state.column?.object === id ? state.column.column : undefined}
      columnPath={columns}
      influence={state.influence}
      onPickColumn={actions.pickColumn}
      onDropColumn={actions.dropColumn}
      node={node === undefined ? undefined : scene.nodes[node]}
      onTrace={isFocus || node === undefined ? undefined : () => actions.focusOn(node)}
    />
  );
}
