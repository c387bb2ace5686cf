import type { Picture } from '../picture';
import type { Size, Viewport } from '../view/viewport';
import type { CanvasColours } from './canvas-colours';

/** Lines that stand out. Never sampled, drawn last. */
export type Emphasis = {
  path: ReadonlySet<number>;
  hovered: number | undefined;
  selected: number | undefined;
  /** The other lines step back. */
  dimsOthers: boolean;
};

/** Everything that one frame is painted from. */
export type Brush = {
  context: CanvasRenderingContext2D;
  picture: Picture;
  view: Viewport;
  size: Size;
  /** Device px for each CSS px. */
  density: number;
  colours: CanvasColours;
  emphasis: Emphasis;
  /** While the view moves, very many lines are sampled; a resting view shows all. */
  isMoving: boolean;
  /** 0 to 1: lines fade in after cards have moved. */
  opacity: number;
};
