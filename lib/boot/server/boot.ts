import 'server-only';
import { settings } from '@/lib/config/read-settings';

/**
 * Starts everything that must run before the first request. A start that fails says why in one line on standard error
 * and ends the process. The settings come first: what `start` imports reads them while it is loaded.
 */
export async function boot(): Promise<void> {
  try {
    settings();
    const { start } = await import('./start');
    await start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Headwater cannot start: ${reason.replace(/\s+/g, ' ')}\n`);
    process.exit(1);
  }
}
