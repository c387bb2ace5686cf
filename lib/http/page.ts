import { z } from 'zod';

/** `?limit=&cursor=` of every list. `cursor` is opaque: take it from `nextCursor`. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(200).optional(),
});

/** `?snapshot=n` of every browse read; without it, the current snapshot. Answers say `snapshot: 0` while nothing is imported. */
export const SnapshotQuery = z.object({ snapshot: z.coerce.number().int().min(1).optional() });

/** The shape of every list: `total` counts all that match, on this page or not. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int() });
}
