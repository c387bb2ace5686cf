import type { Route } from 'next';

type CoveragePath = {
  source?: string | undefined;
  q?: string | undefined;
  /** Which definitions: `unread`, `doubt`, `disagree`; all when left out. */
  show?: string | undefined;
  sort?: string | undefined;
  order?: string | undefined;
  /** Left out: the latest snapshot. */
  snapshot?: number | undefined;
};

/** The address of the page that tells how much of the SQL was read: `/coverage?show=unread&snapshot=42`. */
export function coveragePath(view: CoveragePath = {}): Route {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return `/coverage${text === '' ? '' : `?${text}`}` as Route;
}
