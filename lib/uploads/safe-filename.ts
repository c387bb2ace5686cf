import { decodedForms } from './decoded-forms';

const NAME_BYTES_MAX = 255;
const DEVICE_NAME = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$|clock\$)$/i;
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff\u202a-\u202e\u2066-\u2069]/u;
/** Characters that look like a separator, by code point so that this file stays readable. */
const LOOK_ALIKES = /[\u2044\u2215\u29f8\u2571\u2216\u29f5\u29f9\ufe68\uff0f\uff3c]/u;

export type FilenameCheck = { ok: true; name: string } | { ok: false; reason: string; shown: string };

/**
 * Checks the name of an uploaded file and returns it NFC-normalised, or says what is wrong with it. A name is never
 * used as a path (stored names are generated); this refuses what another program could read as one, or what hides
 * its true text from a reader. Encoded forms count as what they decode to.
 */
export function checkFilename(given: string): FilenameCheck {
  const name = given.normalize('NFC');
  const reason = whatIsWrong(given, name);
  return reason === undefined ? { ok: true, name } : { ok: false, reason, shown: visibleText(given) };
}

/** The text with control, bidirectional and other hidden characters written as `<U+202E>`, at most 120 characters. */
export function visibleText(text: string): string {
  const shown = Array.from(text.slice(0, 400), (character) =>
    HIDDEN.test(character) || /\p{Cf}/u.test(character) ? codePointLabel(character) : character,
  ).join('');
  return shown.length > 120 ? `${shown.slice(0, 120)}…` : shown;
}

function whatIsWrong(given: string, name: string): string | undefined {
  if (name === '') return 'it is empty';
  const bytes = new TextEncoder().encode(name).length;
  if (bytes > NAME_BYTES_MAX) return `it is ${bytes} bytes long, at most ${NAME_BYTES_MAX} are allowed`;
  if (!given.isWellFormed()) return 'it is not valid Unicode';
  for (const form of decodedForms(name)) {
    const reason = wrongInForm(form.text);
    if (reason !== undefined) return form.decoded ? `decoded, ${reason}` : reason;
    if (form.abuse !== undefined) return form.abuse;
  }
  return undefined;
}

/** The rules for one form of the name: as given, or as some decoder would see it. */
function wrongInForm(text: string): string | undefined {
  const hidden = HIDDEN.exec(text)?.[0];
  if (hidden !== undefined) return `it contains the hidden character ${codePointLabel(hidden)}`;
  const lookAlike = LOOK_ALIKES.exec(text)?.[0];
  if (lookAlike !== undefined)
    return `it contains ${codePointLabel(lookAlike)}, which looks like a path separator`;
  // Compatibility normalisation turns full-width and ligature forms into plain ones; an ellipsis stays one.
  const plain = text.replaceAll('\u2026', '_').normalize('NFKC');
  if (/[/\\]/.test(plain)) return 'it contains a path separator';
  if (plain.includes('..')) return 'it contains ".."';
  if (/^[a-z]:/i.test(plain)) return 'it starts with a drive letter';
  if (plain.includes(':$')) return 'it names a file stream';
  if (/(?<!\d):|:(?!\d)/.test(text)) return 'it contains a colon outside a time such as 12:30';
  if (/^[.\-\s]/.test(plain)) return 'it starts with a dot, a hyphen or a space';
  if (/[.\s]$/.test(plain)) return 'it ends with a dot or a space';
  const base = (plain.split(/[.:]/)[0] ?? '').trimEnd();
  if (DEVICE_NAME.test(base)) return `${base} is the name of a device on Windows`;
  return undefined;
}

function codePointLabel(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `<U+${hex}>`;
}
