import { MessageBlock } from '@/components/ui/message-block';
import { countOf } from '@/lib/format-text/format-count';
import type { Scene } from '@/lib/lineage/scene/scene';
import { isEdgeSelection, type LineageViewState } from '@/lib/lineage/view-state';
import { selectionIn } from './use-lineage-actions';

type LineageNoticesProps = {
  ignored: readonly string[];
  scene: Scene | undefined;
  state: LineageViewState;
};

/** What of the address could not be shown, and why: nothing is left out silently. */
export function LineageNotices({ ignored, scene, state }: LineageNoticesProps) {
  const notices: string[] = [];
  if (ignored.length > 0) notices.push(`Not understood in the address, so not used: ${ignored.join(', ')}.`);
  if (scene) {
    const { notExpanded, snapshot } = scene.trace;
    if (notExpanded.length > 0)
      notices.push(`${countOf(notExpanded.length, 'opened card')} of the address are not in this view.`);
    const { node, line } = selectionIn(scene, state.select);
    const isMissing = state.select !== undefined && node === undefined && line === undefined;
    if (isMissing && isEdgeSelection(state.select))
      notices.push(`The selected edge is not drawn in snapshot #${snapshot} at this depth.`);
  }
  if (notices.length === 0) return null;
  return (
    <div className="flex flex-col gap-1 px-3 py-2">
      {notices.map((notice) => (
        <MessageBlock key={notice} tone="warn" title={notice} />
      ))}
    </div>
  );
}
