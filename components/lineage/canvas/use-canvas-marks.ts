import { useMemo } from 'react';
import { NO_PATH, pathBetween } from '@/lib/lineage/scene/path-between';
import type { Scene } from '@/lib/lineage/scene/scene';
import type { CardMarks } from './cards/card-layer';
import type { Emphasis } from './paint/brush';

type Input = {
  scene: Scene;
  selectedNode: number | undefined;
  selectedLine: number | undefined;
  hoveredLine: number | undefined;
};

/** What stands out: the ways between the focus and the selected card, the selected line with its ends, the hovered line. */
export function useCanvasMarks({ scene, selectedNode, selectedLine, hoveredLine }: Input): {
  emphasis: Emphasis;
  marks: Omit<CardMarks, 'active' | 'activeRow'>;
} {
  const path = useMemo(() => {
    if (selectedLine !== undefined) return NO_PATH;
    if (scene.path) return scene.path;
    return selectedNode === undefined ? NO_PATH : pathBetween(scene, scene.focus, selectedNode);
  }, [scene, selectedNode, selectedLine]);
  const dimsOthers = selectedLine !== undefined || scene.path !== undefined;
  const emphasis = useMemo<Emphasis>(
    () => ({
      path: path.lines,
      hovered: hoveredLine,
      selected: selectedLine,
      dimsOthers,
    }),
    [path, hoveredLine, selectedLine, dimsOthers],
  );
  const ends = useMemo(() => {
    const line = selectedLine === undefined ? undefined : scene.lines[selectedLine];
    return line && new Set([line.from, line.to]);
  }, [scene, selectedLine]);
  return { emphasis, marks: { selected: selectedNode, path, ends, dimsOthers } };
}
