/** A clean table: the first column is an id that no other cell of any record contains. */
export type CleanTable = {
  readonly name: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly records: ReadonlyArray<readonly string[]>;
};

const id = (index: number) => `K${String(index).padStart(5, '0')}X`;
const times = (count: number, record: (index: number) => string[]) =>
  Array.from({ length: count }, (_, i) => record(i));
const day = (index: number) =>
  `2026-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;

/** Tables as teams export them: orders, a German one, tabs, texts over many lines, pipes, a wide and a long one. */
export const cleanTables: readonly CleanTable[] = [
  {
    name: 'orders',
    delimiter: ',',
    header: ['order', 'customer', 'amount', 'day'],
    records: times(60, (i) => [id(i), `Customer ${i % 7}`, `${i}.25`, day(i)]),
  },
  {
    name: 'german',
    delimiter: ';',
    header: ['Nr', 'Straße', 'Betrag', 'Menge'],
    records: times(40, (i) => [id(i), `Müllerstraße ${i}`, `${i},50`, String(i)]),
  },
  {
    name: 'tabs',
    delimiter: '\t',
    header: ['key', 'zip', 'active', 'score'],
    records: times(50, (i) => [id(i), `0${1000 + i}`, i % 2 === 0 ? 'true' : 'false', String(i * 3)]),
  },
  {
    name: 'texts',
    delimiter: ',',
    header: ['id', 'title', 'body', 'words'],
    records: times(30, (i) => [
      id(i),
      `"Title", ${i}`,
      `first line ${i}\nsecond, "quoted" line\n\nlast`,
      String(i),
    ]),
  },
  {
    name: 'pipes',
    delimiter: '|',
    header: ['uid', 'at', 'ratio', 'note'],
    records: times(45, (i) => [
      id(i),
      `${day(i)} 10:0${i % 10}:00`,
      String(i / 8),
      i % 5 === 0 ? '' : `it's ${i}`,
    ]),
  },
  {
    name: 'wide',
    delimiter: ',',
    header: ['id', ...Array.from({ length: 79 }, (_, column) => `c${column}`)],
    records: times(25, (i) => [
      id(i),
      ...Array.from({ length: 79 }, (_, column) => String(column * 100 + i)),
    ]),
  },
  {
    name: 'long',
    delimiter: ',',
    header: ['id', 'value', 'label'],
    records: times(3000, (i) => [id(i), String(i), `l${i % 11}`]),
  },
];

/** A record as a line of CSV, without its end. */
export function lineOf(cells: readonly string[], delimiter: string): string {
  const quoted = cells.map((cell) =>
    /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return quoted.join(delimiter);
}
