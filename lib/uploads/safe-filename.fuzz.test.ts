import { basename as posixName, resolve as posixPath } from 'node:path/posix';
import { basename as windowsName, resolve as windowsPath } from 'node:path/win32';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkFilename, visibleText } from './safe-filename';

const PIECES = [
  ...[
    '.',
    '..',
    '/',
    '\\',
    ':',
    '%',
    '%2e',
    '%2f',
    '%5c',
    '%25',
    '%00',
    '%c0%af',
    '%u2215',
    '\0',
    '\n',
    '\u202e',
    '\u2028',
  ],
  ...[
    '．',
    '／',
    '＼',
    '∕',
    '․',
    '‥',
    '…',
    'a',
    'b.csv',
    'CON',
    'nul',
    'COM¹',
    ' ',
    '-',
    '~',
    '$DATA',
    '::',
    'é',
    '売上',
    '1',
    '😀',
  ],
];
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join(''));
const names = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 40 }));

it('never accepts what a path function would take for more than a name, however often it is decoded', () => {
  let accepted = 0;
  fc.assert(
    fc.property(names, (given) => {
      const check = checkFilename(given);
      if (!check.ok) return;
      accepted += 1;
      for (let text = check.name, round = 0; round < 8; round += 1) {
        if (isMoreThanAName(text)) throw new Error(`${JSON.stringify(text)} of ${JSON.stringify(given)}`);
        text = decoded(text);
      }
    }),
    { numRuns: 20_000 },
  );
  expect(accepted).toBeGreaterThan(500);
});

it('shows any name in one visible line', () => {
  fc.assert(
    fc.property(names, (given) => {
      expect(visibleText(given)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/u);
    }),
    { numRuns: 5000 },
  );
});

function isMoreThanAName(text: string): boolean {
  // An ellipsis is one character of a name; only compatibility normalisation would make three dots of it.
  const compatible = text.replaceAll('\u2026', '_').normalize('NFKC');
  const isPosixName = [text, compatible].every(
    (form) =>
      posixName(form) === form &&
      posixPath('/uploads', form) === `/uploads/${form}` &&
      !/[/\\\0]|\.\./.test(form),
  );
  return (
    !isPosixName || windowsName(text) !== text || windowsPath('C:\\uploads', text) !== `C:\\uploads\\${text}`
  );
}

/** One more decoding, or the text itself where it cannot be decoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
