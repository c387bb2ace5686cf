import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  adventureWorks,
  hasAdventureWorks,
  type ImportServer,
  importFiles,
  startImportServer,
} from '@/scripts/test/import-server';

let server: ImportServer;

beforeAll(async () => {
  server = await startImportServer();
});
afterAll(() => server.stop());

describe.skipIf(!hasAdventureWorks)('AdventureWorks (skipped where it is not beside the repository)', () => {
  it('is published with a balanced receipt, and nothing changes when it comes again', async () => {
    const first = await importFiles(server.origin, await adventureWorks(), { source: 'AdventureWorks' });
    expect(first.problem).toBeNull();
    expect(first.state).toBe('succeeded');
  });
});
