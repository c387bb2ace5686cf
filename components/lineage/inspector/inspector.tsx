import type { Scene } from '@/lib/lineage/scene/scene';
import { isEdgeSelection, type LineageViewState } from '@/lib/lineage/view-state';
import { type LineageActions, selectionIn } from '../use-lineage-actions';
import { EdgeInspector } from './edge-inspector';
import { ObjectInspector } from './object-inspector';

type InspectorProps = {
  scene: Scene;
  state: LineageViewState;
  snapshot: number;
  actions: LineageActions;
};

/** Shows the selected edge or object; the focus when nothing is selected. */
export function Inspector({ scene, state, snapshot, actions }: InspectorProps) {
  const { line } = selectionIn(scene, state.select);
  const drawn = line === undefined ? undefined : scene.lines[line];
  const shared = {
    snapshot,
    tab: state.tab,
    line: state.line,
    onTab: actions.setTab,
    onCopyLink: () => void actions.copyLink(),
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
      node={node === undefined ? undefined : scene.nodes[node]}
      onTrace={isFocus || node === undefined ? undefined : () => actions.focusOn(node)}
    />
  );
}
