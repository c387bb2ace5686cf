import type { Route } from 'next';

type LineagePath = {
  /** Id or name as `objectName` writes it. */
  object: string;
  up?: number | undefined;
  down?: number | undefined;
  /** Left out: the latest snapshot. */
  snapshot?: number | undefined;
  /** Opens the SQL tab at this line of the definition. */
  line?: number | undefined;
  /** What the explorer lists: only objects that were not fully read. */
  only?: 'unread' | undefined;
};

/** The address of the lineage of an object: `/lineage/Sales.vSalesPerson?up=2&down=1&snapshot=42`. */
export function lineagePath({ object, ...view }: LineagePath): Route {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  return `/lineage/${encodeURIComponent(object)}${text === '' ? '' : `?${text}`}` as Route;
}
