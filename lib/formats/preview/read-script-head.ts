import { decodeScript } from '../sql/decode-script';
import type { ScriptPreview } from './file-preview';

const HEAD_BYTES = 1024 * 1024;

/** The beginning of a script. */
export async function readScriptHead(file: File): Promise<ScriptPreview> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const { text, encoding } = decodeScript(bytes);
  return { kind: 'script', format: 'sql', encoding, text, share: bytes.length / file.size };
}
