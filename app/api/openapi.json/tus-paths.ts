import type { OpenApiPath } from '@/lib/http/openapi';

const header = (name: string, required: boolean, description: string) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

const protocol = header('Tus-Resumable', true, 'Always 1.0.0.');
const offset = header('Upload-Offset', true, 'Where the bytes begin.');
const problem = {
  description: 'A refusal; 409 is offset-mismatch, never a busy import lock.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const operation = (summary: string, status: number, parameters: unknown[], more: object = {}) => ({
  summary,
  parameters: [protocol, ...parameters],
  responses: { [status]: { description: summary }, default: problem },
  ...more,
});

const path = { name: 'path', in: 'path', required: true, schema: { type: 'string' } };
const bytes = { 'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } } };

/** The tus 1.0.0 endpoints, which follow that protocol and not our contracts. */
export const TUS_PATHS: Record<string, OpenApiPath> = {
  '/api/uploads': {
    post: operation('Open the upload of a file that a draft has announced (tus creation).', 201, [
      header('Upload-Length', true, 'Size of the file in bytes.'),
      header('Upload-Metadata', true, 'import and file, as tus writes metadata.'),
    ]),
  },
  '/api/uploads/{path}': {
    head: operation('How many bytes of an upload are stored (tus).', 200, [path]),
    patch: operation('Send the next bytes, at most 16 MiB (tus).', 204, [path, offset], {
      requestBody: { content: bytes },
    }),
    delete: operation('Give up an upload (tus termination).', 204, [path]),
  },
};
