import type { Direction } from '@/lib/lineage/view-state';

/** What people can do on the canvas. Nodes and lines are indexes into the drawn scene. */
export type CanvasActions = {
  focusOn: (node: number) => void;
  /** Undefined: nothing is selected. */
  selectNode: (node: number | undefined) => void;
  selectLine: (line: number) => void;
  openEvidence: (line: number) => void;
  toggleExpansion: (id: string, direction: Direction) => void;
  /** Opens the columns of a card, or folds them. */
  toggleColumns: (id: string) => void;
  /** Draws the path of a column; of the picked one no longer. */
  pickColumn: (object: string, column: string) => void;
  tidy: () => void;
};
