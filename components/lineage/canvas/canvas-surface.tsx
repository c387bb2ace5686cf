import { type RefObject, useEffect, useRef } from 'react';
import type { Emphasis } from './paint/brush';
import { type CanvasColours, onThemeChange, readCanvasColours } from './paint/canvas-colours';
import { paint } from './paint/paint';
import type { Picture } from './picture';
import { MOTION_MS, type ViewStore } from './view/view-store';

type CanvasSurfaceProps = {
  store: ViewStore;
  picture: Picture;
  emphasis: Emphasis;
  /** Cards slide to new places: lines fade in meanwhile. */
  isSettling: boolean;
  cardLayer: RefObject<HTMLElement | null>;
};

/** The canvas under the cards: paints on every change of the view and moves the layer of cards along. */
export function CanvasSurface({ store, picture, emphasis, isSettling, cardLayer }: CanvasSurfaceProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useRef<CanvasColours>(undefined);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const settlingSince = isSettling ? performance.now() : Number.NEGATIVE_INFINITY;
    const draw = () => {
      const { width, height } = store.size();
      const density = window.devicePixelRatio || 1;
      const [deviceWidth, deviceHeight] = [Math.round(width * density), Math.round(height * density)];
      if (element.width !== deviceWidth || element.height !== deviceHeight) {
        element.width = deviceWidth;
        element.height = deviceHeight;
      }
      colours.current ??= readCanvasColours(element);
      const view = store.get();
      const settled = (performance.now() - settlingSince) / MOTION_MS;
      const opacity = Math.min(1, Math.max(0.15, settled));
      const isMoving = store.isMoving();
      paint({
        context,
        picture,
        view,
        size: { width, height },
        density,
        colours: colours.current,
        emphasis,
        isMoving,
        opacity,
      });
      if (cardLayer.current) {
        const { x, y, zoom } = view;
        cardLayer.current.style.transform = `scale(${zoom}) translate(${-x}px, ${-y}px)`;
      }
      if (opacity < 1) store.refresh();
    };
    const stopTheme = onThemeChange(() => {
      colours.current = undefined;
      store.refresh();
    });
    draw();
    const stopView = store.subscribe(draw);
    return () => {
      stopTheme();
      stopView();
    };
  }, [store, picture, emphasis, isSettling, cardLayer]);

  return <canvas ref={canvas} className="absolute inset-0 size-full" />;
}
