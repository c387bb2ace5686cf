import { z } from 'zod';
import { defineEndpoint } from '@/lib/http/endpoint';

export const getStats = defineEndpoint({
  method: 'GET',
  path: '/api/stats',
  summary: 'Counts since the server started, and durations of imports.',
  response: z.object({
    uploadAttempts: z.int(),
    blockedAttempts: z.int(),
    currentlyProcessing: z.int(),
    imports: z.object({ succeeded: z.int(), failed: z.int(), cancelled: z.int() }),
    durationsMs: z.object({ p50: z.number().nullable(), p95: z.number().nullable() }),
  }),
});

export const getMetrics = defineEndpoint({
  method: 'GET',
  path: '/api/metrics',
  summary: 'The numbers of this server in the text format of Prometheus.',
  response: z.string(),
});

export const getHealth = defineEndpoint({
  method: 'GET',
  path: '/api/health',
  summary:
    'Runs a query, checks the import lock, the workspace lock file and free disk space. 503 when one fails.',
  response: z.object({
    status: z.enum(['ok', 'failing']),
    checks: z.record(z.string(), z.object({ ok: z.boolean(), detail: z.string() })),
  }),
});
