import type { profileDataset } from '@/lib/datasets/contract';
import { formatCount } from '@/lib/format-text/format-count';
import type { EndpointResponse } from '@/lib/http/endpoint';

type Profile = EndpointResponse<typeof profileDataset>;
export type ColumnProfile = Profile['columns'][number];

const BARS_MAX = 3;

/** A column at a glance: how its values spread, their range, and how many are empty. */
export function ColumnProfileView({ profile, rows }: { profile: ColumnProfile | undefined; rows: number }) {
  if (profile === undefined) return <ProfileToCome />;
  const { histogram, top } = profile;
  const range = rangeText(profile, rows);
  return (
    <span className="block pt-1">
      <span aria-hidden="true" className="flex h-7 items-end gap-px">
        {histogram.length > 0 ? <Histogram parts={histogram} /> : <TopBars top={top} />}
      </span>
      <span className="line-clamp-2 text-xs font-normal text-fg-3" title={range.join(' ')}>
        {range.map((part) => (
          // A date is not broken at its hyphens.
          <span key={part} className="mr-1 inline-block max-w-full truncate align-bottom">
            {part}
          </span>
        ))}
      </span>
      <span className="block truncate text-xs font-normal text-fg-3">{emptyText(profile, rows)}</span>
    </span>
  );
}

/** Grey lines where bars and numbers will be. */
function ProfileToCome() {
  return (
    <span aria-hidden="true" className="flex flex-col gap-1 pt-1">
      <span className="h-7 bg-sunken" />
      <span className="h-3 w-3/4 bg-sunken" />
      <span className="h-3 w-1/2 bg-sunken" />
    </span>
  );
}

function Histogram({ parts }: { parts: readonly number[] }) {
  const most = Math.max(1, ...parts);
  return parts.map((part, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts are known by their place
      key={index}
      className="min-w-0 flex-1 bg-(--r-unc)"
      style={{ height: part === 0 ? 0 : `${Math.max(6, (part / most) * 100)}%` }}
    />
  ));
}

function TopBars({ top }: { top: ColumnProfile['top'] }) {
  const most = Math.max(1, ...top.map((it) => it.rows));
  return (
    <span className="flex h-full w-full flex-col justify-end gap-px">
      {top.slice(0, BARS_MAX).map((it) => (
        <span key={it.value} className="h-2 bg-(--r-unc)" style={{ width: `${(it.rows / most) * 90}%` }} />
      ))}
    </span>
  );
}

/** In parts that are not broken. */
function rangeText(
  { distinct, isEstimate, min, max, histogram, filled }: ColumnProfile,
  rows: number,
): string[] {
  if (filled === 0) return ['no values'];
  if (distinct === filled && filled === rows && !isEstimate) return ['every value once'];
  if (histogram.length > 0 && min !== null && max !== null) return min === max ? [min] : [`${min} to`, max];
  // More digits would say more than is known.
  if (isEstimate) return [`about ${formatCount(Number(distinct.toPrecision(2)))}`, 'values'];
  return [`${formatCount(distinct)} ${distinct === 1 ? 'value' : 'values'}`];
}

function emptyText({ filled }: ColumnProfile, rows: number): string {
  const share = rows === 0 ? 0 : ((rows - filled) / rows) * 100;
  if (share === 0 || share === 100) return `${share} % empty`;
  return `${share < 0.01 ? 'under 0.01' : share.toFixed(share < 10 ? 2 : 1)} % empty`;
}
