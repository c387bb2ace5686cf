import { z } from 'zod';
import { defineEndpoint } from '@/lib/http/endpoint';
import { SnapshotQuery } from '@/lib/http/page';

/** Logged statements that differ in their values only: the text of the first of them, and how many records have such a text. */
export const LoggedQuery = z
  .object({
    snapshot: z.int(),
    id: z.string(),
    source: z.string(),
    dialect: z.string(),
    text: z.string(),
    seen: z.int(),
    /** In one such text: all statements, and those that were not, or not wholly, read. */
    statements: z.int(),
    unread: z.int(),
    from: z.object({ import: z.int(), file: z.string(), record: z.int() }),
  })
  .meta({ id: 'LoggedQuery' });
export type LoggedQuery = z.infer<typeof LoggedQuery>;

/**
 * How a query log was read: its records, the patterns among them (texts that differ in values only are one), and the statements
 * in these, each pattern counted once; `unread` of them were not, or not wholly, read.
 */
export const LogReading = z.object({
  records: z.int(),
  patterns: z.int(),
  statements: z.int(),
  unread: z.int(),
});
export type LogReading = z.infer<typeof LogReading>;

export const getLoggedQuery = defineEndpoint({
  method: 'GET',
  path: '/api/query-logs/{id}',
  summary: 'A logged statement that is evidence (`logged` of its proof), with how often it was seen.',
  params: z.object({ id: z.string().regex(/^[0-9a-f]{32}$/, 'an id of logged statements') }),
  /** `source`: needed where several sources logged the same; else the first by name is told. */
  query: SnapshotQuery.extend({ source: z.string().max(200).optional() }),
  response: LoggedQuery,
  errors: ['not-found', 'stale-snapshot', 'deadline'],
});
