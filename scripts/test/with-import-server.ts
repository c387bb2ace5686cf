import { afterAll, beforeAll } from 'vitest';
import { type ImportServer, startImportServer } from './import-server';

/** An import server for all tests of a file; `settings` as for `startImportServer`. It can be asked inside hooks and tests only. */
export function withImportServer(
  settings: Record<string, string> = {},
): Pick<ImportServer, 'origin' | 'workspace'> {
  let server: ImportServer | undefined;
  beforeAll(async () => {
    server = await startImportServer(settings);
  });
  afterAll(() => server?.stop());
  const running = () => {
    if (server === undefined) throw new Error('The import server has not started yet.');
    return server;
  };
  return {
    get origin() {
      return running().origin;
    },
    get workspace() {
      return running().workspace;
    },
  };
}
