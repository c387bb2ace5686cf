// biome-ignore-all lint/a11y/useSemanticElements: only the rows that are seen exist, at places of their own, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is one stop and tells its active cell
import type { DatasetRow } from '@/lib/datasets/contract';
import { formatCount } from '@/lib/format-text/format-count';
import { shortenMiddle } from '@/lib/format-text/shorten-middle';
import { ImportMark } from '../rows/import-mark';
import type { Difference } from './comparison';

const SIGNS = {
  added: { sign: '+', look: 'bg-add-tint text-add' },
  changed: { sign: '~', look: 'bg-chg-tint text-chg' },
  removed: { sign: '−', look: 'bg-del-tint text-del' },
} as const;

type DifferenceOriginProps = {
  difference: Difference | undefined;
  width: number;
  hasOrigin: boolean;
  isActive: boolean;
};

/** Whether a row was added, changed or removed, and the file, line and import of each of its sides. */
export function DifferenceOrigin({ difference, width, hasOrigin, isActive }: DifferenceOriginProps) {
  const sides = [difference?.before, difference?.after].flatMap((side) => side ?? []);
  const lines = (part: (side: DatasetRow) => React.ReactNode) =>
    sides.map((side, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: before, then after
      <span key={index} className="block truncate leading-5">
        {part(side)}
      </span>
    ));
  return (
    <div
      role="presentation"
      className={`sticky left-0 z-1 flex h-full items-center border-r border-b border-r-line-strong border-b-line text-sm text-fg-2 max-sm:static ${
        isActive ? 'bg-accent-tint' : 'bg-sunken'
      }`}
      style={{ width }}
    >
      <span role="gridcell" className="w-9 shrink-0 pl-2.5">
        {difference && <Sign change={difference.change} />}
      </span>
      {hasOrigin && (
        <>
          <span role="gridcell" className="min-w-0 flex-1">
            {lines((side) => (
              <span title={side.from.file}>{shortenMiddle(side.from.file, 22)}</span>
            ))}
          </span>
          <span role="gridcell" className="w-16 text-right tabular">
            {lines((side) => formatCount(side.from.line ?? side.from.record))}
          </span>
          <span role="gridcell" className="w-20 pl-5 tabular">
            {lines((side) => (
              <ImportMark number={side.from.import} />
            ))}
          </span>
        </>
      )}
    </div>
  );
}

/** A sign in its colour, and the word for screen readers. */
export function Sign({ change }: { change: Difference['change'] }) {
  const { sign, look } = SIGNS[change];
  return (
    <span
      className={`inline-flex size-5 items-center justify-center rounded-tag text-sm font-semibold ${look}`}
    >
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">{change}</span>
    </span>
  );
}
