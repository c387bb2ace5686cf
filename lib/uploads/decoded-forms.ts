const ROUNDS_MAX = 6;

/** One reading of a name: `decoded` when it is not the name as given; `abuse` says how the encoding itself deceives. */
export type DecodedForm = { text: string; decoded: boolean; abuse: string | undefined };

/**
 * The readings of a name: as given, then percent-decoded again and again until nothing changes (`%252e` hides `%2e`
 * hides `.`), including the `%u002f` form. A text still changing after six rounds is abuse.
 */
export function decodedForms(name: string): DecodedForm[] {
  const forms: DecodedForm[] = [{ text: name, decoded: false, abuse: undefined }];
  let text = name;
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const next = percentDecode(text);
    if (next.text === text) return forms;
    const abuse = next.overlong ? 'it hides a character in an overlong encoding' : undefined;
    forms.push({ text: next.text, decoded: true, abuse });
    text = next.text;
  }
  return [...forms, { text, decoded: true, abuse: `it is percent-encoded more than ${ROUNDS_MAX} times` }];
}

function percentDecode(text: string): { text: string; overlong: boolean } {
  const wide = text.replace(/%u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  let overlong = false;
  const decoded = wide.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16));
    overlong ||= hasOverlongForm(bytes);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  });
  return { text: decoded, overlong };
}

/** True when the bytes hold a UTF-8 sequence longer than its character needs, such as C0 AF for a slash. */
function hasOverlongForm(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => {
    const next = bytes[at + 1] ?? 0;
    if (byte === 0xc0 || byte === 0xc1) return next >= 0x80 && next <= 0xbf;
    return (byte === 0xe0 && next >= 0x80 && next < 0xa0) || (byte === 0xf0 && next >= 0x80 && next < 0x90);
  });
}
