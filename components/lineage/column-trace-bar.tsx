import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Switch } from '@/components/ui/switch';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { ColumnTrace } from '@/lib/lineage/contract';
import { PATH_OBJECTS_MAX } from '@/lib/lineage/queries';
import type { Scene } from '@/lib/lineage/scene/scene';
import type { LineageViewState } from '@/lib/lineage/view-state';
import type { Columns } from './use-columns';
import type { LineageActions } from './use-lineage-actions';

type ColumnTraceBarProps = {
  scene: Scene | undefined;
  state: LineageViewState;
  columns: Columns;
  actions: LineageActions;
};

/**
 * Which column's path is drawn, how much of it, and what of it: only the path, filters and joins. It stands under the view, so
 * that nothing on the canvas moves when it comes.
 */
export function ColumnTraceBar({ scene, state, columns, actions }: ColumnTraceBarProps) {
  const { column: picked, influence, onlyPath, snapshot } = state;
  const { path, failed, isSlow, isLoadingPath } = columns;
  if (!picked) {
    if (failed)
      return (
        <p role="alert" className={BAR}>
          <span className="text-danger">Could not load the columns.</span>
          <Button variant="link" size={24} onPress={() => void failed.refetch()}>
            Try again
          </Button>
        </p>
      );
    return isSlow ? (
      <p role="status" className={BAR}>
        {PREPARING}
      </p>
    ) : null;
  }
  const object =
    path?.nodes.find(({ id }) => id === picked.object) ??
    scene?.nodes[scene.indexOf.get(picked.object) ?? -1];
  return (
    <section aria-label="Column path" className={BAR}>
      <span className="font-semibold">Path of</span>
      <span className="min-w-0 max-w-full truncate rounded-tag bg-sunken px-1.5 py-0.5 font-mono text-code">
        {object ? `${object.schema}.${object.name}.` : ''}
        {picked.column}
      </span>
      {failed ? (
        <span role="alert" className="text-danger">
          {failed.error?.message ?? 'Could not load it.'}
        </span>
      ) : (
        <span className="text-fg-2 tabular" role="status">
          {path && !isLoadingPath
            ? pathWords(path)
            : isSlow
              ? PREPARING
              : `Following it${snapshot === undefined ? '' : ` in #${snapshot}`}…`}
        </span>
      )}
      <span className="ml-auto flex flex-wrap items-center gap-x-3">
        <Switch label="Only paths through this column" isSelected={onlyPath} onChange={actions.setOnlyPath} />
        <Switch label="Filters and joins" isSelected={influence} onChange={actions.setInfluence} />
        <IconButton
          icon={X}
          iconSize={14}
          size={28}
          label="Stop showing the path"
          shortcut="Esc"
          onPress={actions.dropColumn}
        />
      </span>
    </section>
  );
}

const BAR =
  'flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-surface px-3 py-1 text-sm';
const PREPARING = 'Preparing the column lineage of this snapshot. That takes some seconds the first time.';

/** "3 columns up, 2 down, in 4 objects", and what of it is not drawn. */
function pathWords({ connected, notDrawn, nodes, shown, total }: ColumnTrace): string {
  const { up, down } = connected;
  if (up + down === 0) return 'Nothing is known to feed it, and nothing to use it.';
  const words = `${countOf(up, 'column')} up, ${formatCount(down)} down, in ${countOf(nodes.length, 'object')}`;
  const hidden = notDrawn.depth + notDrawn.limit;
  if (hidden === 0) return words;
  const why = notDrawn.limit > 0 ? `over the limit of ${PATH_OBJECTS_MAX} objects` : 'more than 10 hops away';
  return `${words} · showing ${formatCount(shown)} of ${formatCount(total)}, ${formatCount(hidden)} ${why}`;
}
