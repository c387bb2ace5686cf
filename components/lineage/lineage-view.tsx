import { Skeleton } from '@/components/ui/skeleton';
import type { Scene } from '@/lib/lineage/scene/scene';
import { DEPTH_MAX, type LineageViewKind, type LineageViewState } from '@/lib/lineage/view-state';
import type { ViewStore } from './canvas/view/view-store';
import { GraphView } from './graph-view';
import { LineageTable } from './lists/lineage-table';
import { LineageTree } from './lists/lineage-tree';
import { PhoneList } from './lists/phone-list';
import type { Columns } from './use-columns';
import type { LineageActions } from './use-lineage-actions';
import type { usePicture } from './use-picture';

type LineageViewProps = {
  view: LineageViewKind;
  isPhone: boolean;
  store: ViewStore;
  scene: Scene | undefined;
  drawing: ReturnType<typeof usePicture>;
  state: LineageViewState;
  actions: LineageActions;
  columns: Columns;
};

/** The scene as a graph, a tree or a table. */
export function LineageView(props: LineageViewProps) {
  const { view, isPhone, store, scene, drawing, state, actions, columns } = props;
  if (view === 'graph')
    return <GraphView store={store} drawing={drawing} state={state} actions={actions} columns={columns} />;
  if (!scene) return <Skeleton className="flex-1 p-8" lines={[24, 36, 30]} label="Loading the lineage" />;
  const deepening = {
    canDeepen: { up: state.up < DEPTH_MAX, down: state.down < DEPTH_MAX },
    onDeepen: (side: 'up' | 'down') => actions.changeDepth(side, 1),
  };
  if (isPhone) {
    return (
      <PhoneList
        scene={scene}
        {...deepening}
        columns={columns}
        picked={state.column}
        onToggleColumns={actions.toggleColumns}
        onPickColumn={actions.pickColumn}
      />
    );
  }
  const selection = { selectedId: state.select ?? scene.trace.root, onSelect: actions.selectNode };
  return view === 'tree' ? (
    <LineageTree scene={scene} {...selection} onFocus={actions.focusOn} />
  ) : (
    <LineageTable scene={scene} {...selection} {...deepening} onExpand={actions.toggleExpansion} />
  );
}
