/** The statement up to the end of its line, then the lines of data up to one with `\.` alone. */
const COPY_DATA = /(^COPY\b[^;]*\bFROM\s+STDIN\b[^;]*;[^\n]*\n)([\s\S]*?)^\\\.[ \t]*$/gim;

/** A dump of Postgres without the rows that follow its COPY ... FROM stdin, which are no SQL; all else stays where it is. */
export function blankCopyData(text: string): string {
  if (!/\bFROM\s+STDIN\b/i.test(text)) return text;
  return text.replace(COPY_DATA, (all: string, statement: string) => {
    return statement + all.slice(statement.length).replace(/[^\r\n]/g, ' ');
  });
}
