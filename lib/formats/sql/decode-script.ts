import type { Encoding } from '@/lib/imports/row-choices';
import { detectEncoding } from '../text/detect-encoding';

/** The text of a script, without byte order mark; SQL Server's tools write UTF-16. */
export function decodeScript(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const { encoding, bom } = detectEncoding(bytes);
  const label = encoding === 'iso-8859-1' ? 'windows-1252' : encoding;
  return { text: new TextDecoder(label).decode(bytes.subarray(bom)), encoding };
}
