import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettings } from './read-settings';
import { SettingsSchema } from './settings';

const example = readFileSync('.env.example', 'utf8');
const lines = [...example.matchAll(/^(# )?([A-Z_]+)=(.*)$/gm)].map(
  ([, commented, name = '', value = '']) => ({
    commented: commented !== undefined,
    name,
    value,
  }),
);

describe('.env.example', () => {
  it('names every setting once and nothing else', () => {
    expect(lines.map((line) => line.name).sort()).toEqual(Object.keys(SettingsSchema.shape).sort());
  });

  it('shows the defaults', () => {
    const shown = Object.fromEntries(
      lines.filter((line) => !line.commented).map((line) => [line.name, line.value]),
    );
    expect(readSettings(shown)).toEqual(readSettings({}));
  });
});

describe('readSettings', () => {
  it.each([
    ['PORT', '70000'],
    ['PORT', 'web'],
    ['MAX_FILE_SIZE_BYTES', '-1'],
    ['ALLOWED_ORIGINS', 'https://a.example, nonsense'],
    ['ALLOWED_ORIGINS', 'https://a.example/path'],
    ['NEXT_PUBLIC_API_URL', 'example.com'],
    ['IDENTITY_MODE', 'oauth'],
    ['IMPORT_CONCURRENCY', '0'],
    ['WORKER_MEMORY_BYTES', '1024'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one line that names the setting and the value', (name, value) => {
    const message = (() => {
      try {
        readSettings({ [name]: value });
        return 'accepted';
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    })();
    expect(message).toContain(`${name}=${JSON.stringify(value)}`);
    expect(message).not.toContain('\n');
  });

  it('reads a list of origins', () => {
    const { ALLOWED_ORIGINS } = readSettings({ ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080' });
    expect(ALLOWED_ORIGINS).toEqual(['https://a.example', 'http://b.example:8080']);
  });

  it('takes an empty value as not set', () => {
    expect(readSettings({ PORT: '' }).PORT).toBe(3000);
  });
});
