import { StatusLine } from '@/components/ui/status-line';
import { formatCount } from '@/lib/format-text/format-count';
import { formatMilliseconds } from '@/lib/format-text/format-milliseconds';
import type { Trace } from '@/lib/lineage/contract';
import { DEPTH_MAX } from '@/lib/lineage/view-state';
import { OBJECTS_MAX } from './use-scene';

type LineageStatusProps = {
  trace: Trace;
  isPhone: boolean;
  /** Lists all connected objects in the table, as far as the depth goes. */
  onListAll: () => void;
};

/** The honesty line: how many are shown of how many, and why not all. */
export function LineageStatus({ trace, isPhone, onListAll }: LineageStatusProps) {
  const { shown, total, beyond, notDrawn, connected, answeredInMs } = trace;
  const hidden = total - shown;
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
      Showing <Strong n={shown} /> of <Strong n={total} />
      {!isPhone && ` connected ${total === 1 ? 'object' : 'objects'}`}
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

function Strong({ n }: { n: number }) {
  return <strong className="font-semibold text-fg tabular">{formatCount(n)}</strong>;
}

function Dot() {
  return <span className="px-1.5 text-fg-3">·</span>;
}
