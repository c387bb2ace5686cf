import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { checkFilename, visibleText } from './safe-filename';
import { assertSafeFilename } from './server/assert-safe-filename';

const HOSTILE: Record<string, string[]> = {
  'path separator': [
    '../../etc/passwd.parquet',
    '/etc/passwd',
    'a/b.csv',
    'a\\b.csv',
    '..\\..\\windows\\win.ini',
    '\\\\server\\share\\x.csv',
    '//server/share/x.csv',
    '\\\\?\\C:\\x.csv',
    '%2fetc%2fpasswd',
    'a%5cb.csv',
    'a%255cb.csv',
    '..%2f..%2fetc%2fpasswd',
    '%252e%252e%252fx',
    'x%u002fy.csv',
    'x%u2215y.csv',
    'a／b.csv',
    'a＼b.csv',
    'a∕b.csv',
    'a⁄b.csv',
    'a⧸b.csv',
    'a∖b.csv',
    'a﹨b.csv',
    'a℅b.csv',
    'file:///etc/passwd',
  ],
  '..': [
    '..',
    '...',
    'a..b',
    'x....csv',
    '%2e%2e',
    '%252e%252e',
    '．．',
    '․․x',
    '‥x',
    'a%2e%2e',
    '.%2e',
    '%c0%ae%c0%ae',
  ],
  overlong: ['%c0%ae.csv', 'a%c0%afb.csv', 'a%e0%80%afb.csv', 'a%c1%9cb.csv', 'a%f0%80%80%afb.csv'],
  'hidden character': [
    'a\0.csv',
    'a%00.csv',
    'a%2500.csv',
    '\0',
    'a\nb.csv',
    'a\r\nSet-Cookie: x.csv',
    'a\tb.csv',
    'a\u007f.csv',
    'a\u0085b.csv',
    'a\u001b[31m.csv',
    'exe\u202evsc.csv',
    'a\u2066b.csv',
    'a\u2028b.csv',
    'a\ufeffb.csv',
    'a%0ab.csv',
  ],
  'drive letter': ['C:x.csv', 'c:', 'C%3Ax.csv', 'Ｃ：x.csv', 'Z:report.csv'],
  stream: ['a.csv::$DATA', 'a.csv:$INDEX_ALLOCATION', 'a.csv%3a%3a$DATA'],
  colon: ['a.csv:hidden', 'a.csv:hidden.exe', ':a', 'file:x.csv'],
  device: [
    'CON',
    'con.csv',
    'PRN.parquet',
    'aux',
    'NUL.tar.gz',
    'COM0',
    'COM1.csv',
    'com9.csv',
    'LPT0.csv',
    'lpt1',
    'COM¹.csv',
    'LPT².csv',
    'CONIN$',
    'CONOUT$.csv',
    'nul .csv',
    '%43ON.csv',
    'ＮＵＬ.csv',
  ],
  'starts with': [
    '.htaccess',
    '.x.csv',
    '-rf.csv',
    ' a.csv',
    '\u00a0a.csv',
    '\u3000a.csv',
    '%20a.csv',
    '%2dx',
    '．x',
  ],
  'ends with': ['a.csv.', 'a.csv ', 'a.', 'a.csv\u00a0', 'a.csv%20', 'a.csv%2e'],
  'bytes long': ['x'.repeat(256), `${'é'.repeat(128)}`, `${'x'.repeat(300)}.csv`],
  empty: [''],
  'not valid Unicode': ['a\ud800b.csv', '\udc00.csv'],
  'more than 6 times': ['a%2525252525252525253a.csv', `a%${'25'.repeat(20)}41.csv`],
};

const GOOD = [
  'objects.parquet',
  'Sales Report (final).csv',
  'umsätze-2024.csv',
  '売上データ.parquet',
  '報告：2024.csv',
  'отчёт за май.csv',
  'تقرير.csv',
  'ni\u0303o.csv',
  `${'a'.repeat(251)}.csv`,
  '100% sure.csv',
  '50%25 off.csv',
  'a%20b.csv',
  'console.csv',
  'auxiliary tables.sql',
  'com10.csv',
  'nullable.csv',
  'export 12:30.csv',
  '2024-01-01T12:00:00.csv',
  "O'Brien & Söhne, Ltd. #1 [v2] {x} =+@!.csv",
  '½ price.csv',
  'wait… what.csv',
  '👩‍💻 notes.csv',
  '<img src=x onerror=alert(1)>.csv',
  'no-extension',
  'tilde~1.csv',
];

describe('checkFilename', () => {
  it('covers the hostile and the ordinary widely enough', () => {
    expect(Object.values(HOSTILE).flat().length).toBeGreaterThanOrEqual(60);
    expect(GOOD.length).toBeGreaterThanOrEqual(15);
  });

  for (const [why, names] of Object.entries(HOSTILE)) {
    it.each(names.map((name) => [JSON.stringify(name).slice(0, 60), name]))(
      `refuses (${why}) %s`,
      (_, name) => {
        const check = checkFilename(name);
        expect(check).toMatchObject({ ok: false });
        if (!check.ok) expect(check.shown).toBe(visibleText(name));
      },
    );
  }

  it.each([
    ['../../etc/passwd.parquet', 'path separator'],
    ['a\0.csv', '<U+0000>'],
    ['C:\\x', 'path separator'],
    ['Ｃ：x', 'drive letter'],
    ['a.csv::$DATA', 'file stream'],
    ['COM¹.csv', 'COM1 is the name of a device'],
    ['%252e%252e', 'decoded, it contains ".."'],
    ['a%c0%afb', 'overlong'],
    ['a%25252525252525253a', 'more than 6 times'],
  ])('says what is wrong with %j', (name, reason) => {
    const check = checkFilename(name);
    expect(check.ok ? '' : check.reason).toContain(reason);
  });

  it.each(GOOD)('accepts %s, in NFC', (name) => {
    expect(checkFilename(name)).toEqual({ ok: true, name: name.normalize('NFC') });
  });
});

describe('assertSafeFilename', () => {
  it('returns the composed form', () => {
    expect(assertSafeFilename('e\u0301.csv')).toBe('\u00e9.csv');
  });

  it('throws invalid-filename and makes hidden characters visible', () => {
    const refused = () => assertSafeFilename('exe\u202evsc.csv\0');
    expect(refused).toThrow(AppError);
    expect(refused).toThrow('"exe<U+202E>vsc.csv<U+0000>" is not accepted');
  });
});
