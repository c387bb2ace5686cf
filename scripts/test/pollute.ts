import { type CleanTable, lineOf } from './clean-tables';

type Bytes = Uint8Array;

/** Records of a table as lines, to be damaged. `at` is the position of the record that most kinds damage. */
type Lines = { table: CleanTable; header: string; lines: string[]; at: number };

const joined = ({ header, lines }: Lines, end = '\n') => `${[header, ...lines].join(end)}${end}`;
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
/** The record at `at` changed, the others as they are. */
const one = (change: (line: string, it: Lines) => string) => (it: Lines) =>
  utf8(joined({ ...it, lines: it.lines.map((line, index) => (index === it.at ? change(line, it) : line)) }));
const put = (extra: (it: Lines) => string[]) => (it: Lines) =>
  utf8(joined({ ...it, lines: [...it.lines.slice(0, it.at), ...extra(it), ...it.lines.slice(it.at)] }));
const cell = (it: Lines, change: (text: string) => string) =>
  lineOf(it.table.records[it.at] ?? [], it.table.delimiter).replace(/^[^,;|\t]*/, (first) => change(first));

/** Ways in which files of rows are broken. Each gives the bytes of the damaged file. */
export const pollutions: Readonly<Record<string, (it: Lines) => Bytes>> = {
  nothing: (it) => utf8(joined(it)),
  'a missing cell': one((line, it) => line.slice(0, line.lastIndexOf(it.table.delimiter))),
  'a cell too many': one((line, it) => `${line}${it.table.delimiter}more`),
  'a quote inside a cell': one((_, it) => cell(it, (first) => `${first}"x`)),
  'a quote that is never closed': one((line) => `"${line}`),
  'text after a closing quote': one((_, it) => cell(it, (first) => `"${first}"x`)),
  'quotes escaped by backslashes': one((_, it) => cell(it, (first) => `"${first} \\"x\\" y"`)),
  'mixed line ends': (it) =>
    utf8(
      [it.header, ...it.lines].map((line, index) => line + (['\n', '\r\n', '\r'][index % 3] ?? '')).join(''),
    ),
  'line ends of old Macs': (it) => utf8(joined(it, '\r')),
  'no line end at the end': (it) => utf8(joined(it).trimEnd()),
  'a preamble': (it) => utf8(`Report of May\nprinted by Ada\n\n${joined(it)}`),
  'no header': (it) => utf8(it.lines.map((line) => `${line}\n`).join('')),
  'a row of units below the header': (it) =>
    utf8(
      joined({ ...it, lines: [it.table.header.map(() => '(unit)').join(it.table.delimiter), ...it.lines] }),
    ),
  'a row of groups above the header': (it) =>
    utf8(
      `${it.table.header.map((_, index) => (index === 1 ? 'Group' : '')).join(it.table.delimiter)}\n${joined(it)}`,
    ),
  'the header again': put((it) => [it.header]),
  'a second table of another width': (it) =>
    utf8(`${joined(it)}\nregion${it.table.delimiter}total\nNorth${it.table.delimiter}5\n`),
  'a total line': (it) => utf8(`${joined(it)}Total\n`),
  'blank lines': put(() => ['', '']),
  'lines of spaces': put(() => ['   ']),
  comments: put(() => ['# checked by Ada']),
  'UTF-16': (it) => Buffer.from(`\ufeff${joined(it)}`, 'utf16le'),
  'Latin-1': (it) =>
    Buffer.from(Buffer.from(one((_, lines) => cell(lines, (first) => `${first}Ä`))(it)).toString(), 'latin1'),
  'a byte that is no UTF-8': (it) => {
    const bytes = one((_, lines) => cell(lines, (first) => `${first}~`))(it);
    return bytes.map((byte) => (byte === 0x7e ? 0xff : byte));
  },
  'a byte order mark in the middle': one((line) => `\ufeff${line}`),
  'a zero byte': one((_, it) => cell(it, (first) => `${first}\0`)),
  'a huge cell': one((_, it) => cell(it, (first) => `${first}${'y'.repeat(5 * 1024 * 1024)}`)),
  'a wider table from here on': (it) =>
    utf8(
      joined({
        ...it,
        lines: it.lines.map((line, index) => (index < it.at ? line : `${line}${it.table.delimiter}9`)),
      }),
    ),
  'a first line of one cell': (it) => utf8(`a\n${it.lines.map((line) => `${line}\n`).join('')}`),
  'a delimiter at the end of each record': (it) =>
    utf8(joined({ ...it, lines: it.lines.map((line) => line + it.table.delimiter) })),
  'another delimiter from here on': (it) => {
    const other = it.table.delimiter === ';' ? ',' : ';';
    const turned = it.lines.map((line, index) =>
      index < it.at ? line : line.replaceAll(it.table.delimiter, other),
    );
    return utf8(joined({ ...it, lines: turned }));
  },
  'all of it in a member of a JSON document': (it) =>
    utf8(
      `{"of":{"by":"Ada"},\n"rows":[\n${it.table.records
        .map((record) =>
          JSON.stringify(Object.fromEntries(it.table.header.map((name, at) => [name, record[at]]))),
        )
        .join(',\n')}\n]}\n`,
    ),
  'a name twice': (it) =>
    utf8(joined({ ...it, header: it.header.replace(it.table.header[2] ?? '', it.table.header[1] ?? '') })),
  'a column without a name': (it) =>
    utf8(joined({ ...it, header: it.header.replace(it.table.header[1] ?? '', '') })),
  'words among numbers': (it) => {
    const record = [...(it.table.records[it.at] ?? [])];
    for (let index = 1; index < record.length; index++) if (Number(record[index])) record[index] = 'N/A';
    return one(() => lineOf(record, it.table.delimiter))(it);
  },
  'cut in the middle of a record': (it) => utf8(joined(it)).subarray(0, -4),
  'nothing but the header': (it) => utf8(`${it.header}\n`),
  'no byte at all': () => new Uint8Array(),
};

/** The bytes of a table damaged in one way. */
export function pollute(table: CleanTable, kind: string): Bytes {
  const lines = table.records.map((record) => lineOf(record, table.delimiter));
  const change = pollutions[kind];
  if (change === undefined) throw new Error(`There is no pollution ${kind}.`);
  return change({
    table,
    header: lineOf(table.header, table.delimiter),
    lines,
    at: Math.floor(lines.length / 2),
  });
}
