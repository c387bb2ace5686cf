import { StatusLine } from '@/components/ui/status-line';
import { formatCount } from '@/lib/format-text/format-count';
import { formatMilliseconds } from '@/lib/format-text/format-milliseconds';
import type { Scene } from '@/lib/lineage/scene/scene';
import { DEPTH_MAX } from '@/lib/lineage/view-state';
import { OBJECTS_MAX } from './use-scene';

type LineageStatusProps = {
  scene: Scene;
  isPhone: boolean;
  /** Lists all connected objects in the table, as far as the depth goes. */
  onListAll: () => void;
};

/** The honesty line: how many are shown of how many, and why not all. */
export function LineageStatus({ scene, isPhone, onListAll }: LineageStatusProps) {
  const { trace } = scene;
  const { shown, total, beyond, notDrawn, connected, answeredInMs } = trace;
  const hidden = total - shown;
  // Only the path of a column may be drawn, and it may lead to objects that the depths leave out.
  const { drawn, onlyOnPath } = drawnCounts(scene);
  const listsAll = Math.max(connected.levelsUp, connected.levelsDown) <= DEPTH_MAX && total <= OBJECTS_MAX;
  const list = notDrawn.depth > 0 && (
    <button
      type="button"
      onClick={onListAll}
      className="cursor-default rounded-tag font-medium text-accent hover:underline sm:ml-3 pointer-coarse:h-11"
    >
      {listsAll ? `List all ${formatCount(total)}` : `List ${DEPTH_MAX} levels`}
    </button>
  );
  return (
    <StatusLine end={isPhone ? list || undefined : `Answered in ${formatMilliseconds(answeredInMs)}`}>
      Showing <Strong n={drawn} /> of <Strong n={total} />
      {!isPhone && ` connected ${total === 1 ? 'object' : 'objects'}`}
      {drawn < shown && (
        <>
          <Dot />
          <Strong n={shown - drawn} /> not on the path
        </>
      )}
      {onlyOnPath > 0 && (
        <>
          <Dot />
          <Strong n={onlyOnPath} /> more on the path
        </>
      )}
      {notDrawn.depth > 0 && (
        <>
          <Dot />
          <Strong n={notDrawn.depth} /> beyond depth
        </>
      )}
      {notDrawn.limit > 0 && (
        <>
          <Dot />
          <Strong n={notDrawn.limit} /> over the limit of {formatCount(OBJECTS_MAX)}
        </>
      )}
      {hidden > 0 && !isPhone && (
        <span className="text-fg-3">
          {' '}
          ({formatCount(beyond.up)} up, {formatCount(beyond.down)} down)
        </span>
      )}
      {!isPhone && list}
    </StatusLine>
  );
}

function drawnCounts({ trace, nodes, path }: Scene): { drawn: number; onlyOnPath: number } {
  if (!path) return { drawn: trace.shown, onlyOnPath: 0 };
  const inTrace = new Set(trace.nodes.map(({ id }) => id));
  const drawn = nodes.filter(({ id }) => inTrace.has(id)).length;
  return { drawn, onlyOnPath: nodes.length - drawn };
}

function Strong({ n }: { n: number }) {
  return <strong className="font-semibold text-fg tabular">{formatCount(n)}</strong>;
}

function Dot() {
  return <span className="px-1.5 text-fg-3">·</span>;
}
