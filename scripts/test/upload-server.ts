import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type ServedRoutes, serveRoutes } from './serve-routes';

/** A server with the upload route only, on a workspace of its own in a temporary folder. */
export type UploadServer = ServedRoutes & {
  workspace: string;
  /** Reserves file 0 of a new import and returns its address. */
  reserve: (bytes: Uint8Array, more?: { sha256?: string; name?: string }) => Promise<Reserved>;
  stop: () => Promise<void>;
};

export type Reserved = { importId: string; url: string; path: string };

/** Settings are read once per test file, so call this before anything else, with the settings of the whole file. */
export async function startUploadServer(env: Record<string, string> = {}): Promise<UploadServer> {
  const workspace = await mkdtemp(join(tmpdir(), 'headwater-uploads-'));
  vi.stubEnv('WORKSPACE_DIR', workspace);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const uploads = await import('@/app/api/uploads/[[...path]]/route');
  const { reserveUpload } = await import('@/lib/uploads/server/reserve-upload');
  const served = await serveRoutes({ '/api/uploads/[[...path]]': uploads });
  return {
    ...served,
    workspace,
    async reserve(bytes, { name = 'a.csv', sha256 } = {}) {
      const importId = randomUUID();
      const { uploadUrl } = await reserveUpload({ importId, ordinal: 0, name, size: bytes.length, sha256 });
      return { importId, url: served.origin + uploadUrl, path: join(workspace, 'uploads', importId, '0') };
    },
    async stop() {
      await served.close();
      vi.unstubAllEnvs();
      await rm(workspace, { recursive: true, force: true });
    },
  };
}

export const TUS = { 'Tus-Resumable': '1.0.0' };

/** Sends one chunk; further headers override the usual ones. */
export function patch(
  url: string,
  offset: number,
  bytes: Uint8Array,
  headers: Record<string, string> = {},
): Promise<Response> {
  const usual = {
    ...TUS,
    'Content-Type': 'application/offset+octet-stream',
    'Upload-Offset': String(offset),
  };
  return fetch(url, { method: 'PATCH', headers: { ...usual, ...headers }, body: Buffer.from(bytes) });
}

/** An Upload-Metadata header. */
export const tusMetadata = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** The body of a refusal. */
export async function problemOf(response: Response): Promise<Record<string, unknown>> {
  const type = response.headers.get('content-type');
  if (type !== 'application/problem+json') throw new Error(`${response.status} ${type} is no problem`);
  return (await response.json()) as Record<string, unknown>;
}

/** The offset as the server tells it. */
export async function headOffset(url: string): Promise<number> {
  const response = await fetch(url, { method: 'HEAD', headers: TUS });
  return Number(response.headers.get('upload-offset') ?? Number.NaN);
}

export const sha256Hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
export const sha256Base64 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64');
