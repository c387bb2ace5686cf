import { sha256 } from '@noble/hashes/sha2.js';

const SLICE_BYTES = 1024 * 1024;

/**
 * SHA-256 of a blob in base64, as `Upload-Checksum` wants it. `crypto.subtle` only exists on https and localhost, so
 * on a plain-http intranet the digest is computed in script, in slices that let the page paint in between.
 */
export async function sha256Base64(blob: Blob): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  const digest = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', await blob.arrayBuffer()))
    : await digestInScript(blob);
  return btoa(String.fromCharCode(...digest));
}

async function digestInScript(blob: Blob): Promise<Uint8Array> {
  const hash = sha256.create();
  for (let start = 0; start < blob.size; start += SLICE_BYTES) {
    hash.update(new Uint8Array(await blob.slice(start, start + SLICE_BYTES).arrayBuffer()));
  }
  return hash.digest();
}
