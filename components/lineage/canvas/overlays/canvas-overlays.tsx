import { useStoredValue } from '@/components/shell/stored-value';
import { CardLineList } from '../cards/card-line-list';
import { cardBox, type Picture } from '../picture';
import type { useLineHover } from '../use-line-hover';
import type { ViewStore } from '../view/view-store';
import { fitView, zoomAt } from '../view/viewport';
import { EdgeHoverCard } from './edge-hover-card';
import { Legend } from './legend';
import { Minimap } from './minimap';
import { ZoomControls } from './zoom-controls';

type CanvasOverlaysProps = {
  store: ViewStore;
  picture: Picture;
  isReducedMotion: boolean;
  onTidy: (() => void) | undefined;
  hover: ReturnType<typeof useLineHover>;
  onOpenEvidence: (line: number) => void;
  /** Card whose lines are listed. */
  linesOf: number | undefined;
  onChooseLine: (line: number) => void;
  onCloseLines: () => void;
};

/** What lies over the canvas: legend, zoom, minimap, the card of a line, the list of a card's lines. */
export function CanvasOverlays(props: CanvasOverlaysProps) {
  const { store, picture, isReducedMotion, hover, linesOf } = props;
  const [minimap, setMinimap] = useStoredValue('headwater.minimap');
  const hasMinimap = minimap !== 'off';
  const glide = (view: Parameters<ViewStore['glideTo']>[0]) => store.glideTo(view, isReducedMotion);
  const zoomBy = (factor: number) => {
    const { width, height } = store.size();
    glide(zoomAt(store.get(), factor, width / 2, height / 2));
  };
  const line = hover.card && picture.scene.lines[hover.card.line];
  return (
    <>
      <div className="pointer-events-none absolute inset-x-3 bottom-3 flex items-end justify-between gap-3">
        <div className="max-md:hidden">
          <Legend scene={picture.scene} />
        </div>
        <div className="pointer-events-auto ml-auto flex items-end gap-3">
          <ZoomControls
            store={store}
            onZoom={zoomBy}
            onZoom100={() => zoomBy(store.textScale() / store.get().zoom)}
            onFit={() => glide(fitView(picture.bounds, store.size(), store.textScale()))}
            onTidy={props.onTidy}
            hasMinimap={hasMinimap}
            onToggleMinimap={() => setMinimap(hasMinimap ? 'off' : null)}
          />
          {hasMinimap && (
            <div className="max-sm:hidden">
              <Minimap store={store} picture={picture} />
            </div>
          )}
        </div>
      </div>
      {hover.card && line && (
        <EdgeHoverCard
          scene={picture.scene}
          line={line}
          x={hover.card.x}
          y={hover.card.y}
          size={store.size()}
          onOpen={() => hover.card && props.onOpenEvidence(hover.card.line)}
          onEnter={hover.hold}
          onLeave={hover.release}
        />
      )}
      {linesOf !== undefined && (
        <CardLineList
          scene={picture.scene}
          node={linesOf}
          {...listPlace(store, picture, linesOf)}
          onChoose={props.onChooseLine}
          onClose={props.onCloseLines}
        />
      )}
    </>
  );
}

/** Under the card, inside the canvas. */
function listPlace(store: ViewStore, picture: Picture, node: number): { left: number; top: number } {
  const { x, y, zoom } = store.get();
  const { width, height } = store.size();
  const box = cardBox(picture, node);
  return {
    left: Math.max(8, Math.min(width - 296, (box.left - x) * zoom)),
    top: Math.max(8, Math.min(height - 120, (box.bottom - y) * zoom + 6)),
  };
}
