import { type PointerEvent, useEffect, useRef } from 'react';
import { onThemeChange, readCanvasColours } from '../paint/canvas-colours';
import { minimapScale, paintMinimap, paintMinimapGround } from '../paint/paint-minimap';
import type { Picture } from '../picture';
import type { ViewStore } from '../view/view-store';
import { MINIMAP_SIZE } from './minimap-size';

/** The whole picture in small; the frame is what is seen and can be dragged. The keyboard has arrows and fit instead. */
export function Minimap({ store, picture }: { store: ViewStore; picture: Picture }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const grabbed = useRef<{ x: number; y: number } | undefined>(undefined);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const density = window.devicePixelRatio || 1;
    element.width = MINIMAP_SIZE.width * density;
    element.height = MINIMAP_SIZE.height * density;
    let colours = readCanvasColours(element);
    let ground = paintMinimapGround(picture, colours, density);
    const draw = () => paintMinimap(context, ground, density, picture, colours, store.get(), store.size());
    const stopTheme = onThemeChange(() => {
      colours = readCanvasColours(element);
      ground = paintMinimapGround(picture, colours, density);
      draw();
    });
    draw();
    const stopView = store.subscribe(draw);
    return () => {
      stopTheme();
      stopView();
    };
  }, [store, picture]);

  const worldAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const { scale, left, top } = minimapScale(picture);
    return { x: (event.clientX - box.left - left) / scale, y: (event.clientY - box.top - top) / scale };
  };
  const onDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = worldAt(event);
    const { x, y, zoom } = store.get();
    const { width, height } = store.size();
    const isInFrame = at.x >= x && at.y >= y && at.x <= x + width / zoom && at.y <= y + height / zoom;
    // Outside the frame, the frame comes to the pointer first.
    grabbed.current = isInFrame
      ? { x: at.x - x, y: at.y - y }
      : { x: width / zoom / 2, y: height / zoom / 2 };
    onMove(event);
  };
  const onMove = (event: PointerEvent<HTMLElement>) => {
    if (!grabbed.current) return;
    const at = worldAt(event);
    store.move({ x: at.x - grabbed.current.x, y: at.y - grabbed.current.y, zoom: store.get().zoom });
  };
  const onUp = () => {
    grabbed.current = undefined;
  };

  return (
    <div
      role="presentation"
      data-no-pan
      className="touch-none overflow-hidden rounded-card border border-line bg-sunken shadow-e1"
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={onUp}
    >
      <canvas
        ref={canvas}
        className="block"
        style={{ width: MINIMAP_SIZE.width, height: MINIMAP_SIZE.height }}
      />
    </div>
  );
}
