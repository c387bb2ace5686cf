import { useRef } from 'react';
import { MessageBlock } from '@/components/ui/message-block';
import { Skeleton } from '@/components/ui/skeleton';
import { useMediaQuery } from '@/components/ui/use-media-query';
import type { LineageViewState } from '@/lib/lineage/view-state';
import { objectName } from '@/lib/navigation/object-name';
import { AsOfPill } from './as-of-pill';
import { LineageCanvas } from './canvas/lineage-canvas';
import { DepthRuler } from './canvas/overlays/depth-ruler';
import { useCanvasSize } from './canvas/view/use-canvas-size';
import type { ViewStore } from './canvas/view/view-store';
import type { Columns } from './use-columns';
import { type LineageActions, selectionIn } from './use-lineage-actions';
import type { usePicture } from './use-picture';

type GraphViewProps = {
  store: ViewStore;
  drawing: ReturnType<typeof usePicture>;
  state: LineageViewState;
  actions: LineageActions;
  columns: Columns;
};

/** The depth ruler and the canvas. */
export function GraphView({ store, drawing, state, actions, columns }: GraphViewProps) {
  const isReducedMotion = useMediaQuery('(prefers-reduced-motion: reduce)') === true;
  const frame = useRef<HTMLDivElement>(null);
  // Before anything is drawn: the layout asks how much room there is.
  useCanvasSize(frame, store);
  const { placed, isSettling, hasFailed } = drawing;
  // The picture may be of the scene before, for the moment that the layout takes.
  const scene = placed?.picture.scene;
  const focus = scene?.nodes[scene.focus];
  const { node, line } = selectionIn(scene, state.select);
  return (
    <>
      {placed && !hasFailed && (
        <DepthRuler
          store={store}
          picture={placed.picture}
          depths={state}
          onDeepen={(side) => actions.changeDepth(side, 1)}
        />
      )}
      <div ref={frame} className="relative flex min-h-0 flex-1 flex-col">
        {hasFailed && (
          <MessageBlock tone="danger" title="Could not draw the graph" className="m-4">
            The table and the tree show the same objects.
          </MessageBlock>
        )}
        {!placed && !hasFailed && (
          <Skeleton className="p-8" lines={[24, 36, 30]} label="Drawing the lineage" />
        )}
        {placed && !hasFailed && (
          <>
            <LineageCanvas
              store={store}
              {...placed}
              isSettling={isSettling}
              canTidy={placed.isKept}
              state={state}
              selectedNode={node}
              selectedLine={line}
              actions={actions}
              filters={columns.filters}
              onFilter={columns.setFilter}
              label={`Lineage of ${focus ? objectName(focus) : 'the focus'}`}
              isReducedMotion={isReducedMotion}
            />
            <AsOfPill />
          </>
        )}
      </div>
    </>
  );
}
