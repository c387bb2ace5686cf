/** Writes a line of a report. */
export const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Writes a Markdown table; the first column is text, the others are numbers. */
export function printTable(
  title: string,
  columns: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
): void {
  say(`\n${title}\n`);
  say(`| ${columns.join(' | ')} |`);
  say(`|---|${'---:|'.repeat(columns.length - 1)}`);
  for (const row of rows) say(`| ${row.join(' | ')} |`);
}

export const seconds = (ms: number) => (ms / 1000).toFixed(2);
export const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
export const times = (ms: number, of: number) => `${(ms / of).toFixed(2)}×`;
