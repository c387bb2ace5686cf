import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * Loads `.env` (variables that are already set win) and returns the checked settings.
 * Ends the process with one line when a value is not allowed.
 */
export async function readEnv() {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { readSettings } = await import(pathToFileURL('build/read-settings.mjs').href);
  try {
    return readSettings(process.env);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
