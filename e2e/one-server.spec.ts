import { once } from 'node:events';
import { serveApp } from '@/scripts/setup/serve-app.mjs';
import { sampleFiles } from './fixtures/extract-files';
import { importFiles } from './fixtures/one-call-import';
import { expect, startServer, stopServer, test } from './fixtures/server';

test('a second server on the same workspace is refused within 5 s and told who has it', async ({
  headwater,
}) => {
  const started = performance.now();
  const second = serveApp({ host: '127.0.0.1', port: 0, env: { WORKSPACE_DIR: headwater.workspace } });
  let said = '';
  second.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(second, 'exit');
  expect(code).not.toBe(0);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(said).toContain(`process ${headwater.process.pid}`);
  expect((await fetch(`${headwater.url}/api/health`)).status).toBe(200);
});

test('a killed server comes back with all that was acknowledged', async () => {
  const first = await startServer();
  const done = await importFiles(first.url, sampleFiles);
  await stopServer(first, { signal: 'SIGKILL', keep: true });
  const second = await startServer({ WORKSPACE_DIR: first.workspace });
  const kept = await (await fetch(`${second.url}/api/imports/${done.id}`)).json();
  expect(kept).toMatchObject({
    state: 'succeeded',
    number: 1,
    receipt: { balanced: true, read: done.receipt?.read },
  });
  await stopServer(second);
});
