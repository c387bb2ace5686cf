import { type Settings, SettingsSchema } from './settings';

/**
 * Reads the settings from an environment (default: this process's). An unset or empty variable takes its default.
 * @throws Error with one line that names the setting, its value and what is allowed.
 */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(SettingsSchema.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const parsed = SettingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `${name}=${JSON.stringify(given[name])} is not allowed: ${issue.message}`;
  });
  throw new Error(`Bad settings: ${lines.join('; ')}`);
}

let current: Settings | undefined;

/** The settings of this process, read once. The environment is passed whole, never by member, so the build cannot freeze a value. */
export function settings(): Settings {
  current ??= readSettings();
  return current;
}
