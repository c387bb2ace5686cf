import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { HEADERS_BYTES, type MetadataBlock } from './layout';

/**
 * A journal: one line of JSON, the headers of the database, its metadata blocks in the order of that line, and the SHA-256 of
 * all that.
 */
const Contents = z.object({
  blockBytes: z.number().int().positive(),
  blocks: z.array(z.object({ id: z.number().int().nonnegative(), free: z.array(z.number().int()) })),
});

export type Contents = z.infer<typeof Contents>;

export type Journal = {
  readonly blockBytes: number;
  readonly headers: Buffer;
  readonly blocks: ReadonlyArray<{ readonly block: MetadataBlock; readonly bytes: Buffer }>;
};

const DIGEST_BYTES = 32;

export const newDigest = () => createHash('sha256');

/** The journal beside a database file. */
export function journalOf(database: string): string {
  return `${database}.blocks`;
}

/** The journal in a file; undefined when it is not whole. @throws ENOENT when there is none */
export async function readJournal(path: string): Promise<Journal | undefined> {
  const bytes = await readFile(path);
  const body = bytes.subarray(0, -DIGEST_BYTES);
  if (!newDigest().update(body).digest().equals(bytes.subarray(-DIGEST_BYTES))) return undefined;
  const lineEnd = body.indexOf('\n');
  const { blockBytes, blocks } = Contents.parse(JSON.parse(body.toString('utf8', 0, lineEnd)));
  const headersEnd = lineEnd + 1 + HEADERS_BYTES;
  return {
    blockBytes,
    headers: body.subarray(lineEnd + 1, headersEnd),
    blocks: blocks.map((block, index) => {
      const start = headersEnd + index * blockBytes;
      return { block, bytes: body.subarray(start, start + blockBytes) };
    }),
  };
}
