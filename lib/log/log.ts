import { pino } from 'pino';
import { settings } from '@/lib/config/read-settings';

/**
 * One JSON object a line on standard output. Values are JSON-encoded, so hostile text cannot start a new line.
 * Fields in use: requestId, importId, phase, durationMs, code.
 */
export const log = pino({
  level: settings().LOG_LEVEL,
  base: undefined,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label) => ({ level: label }) },
});
