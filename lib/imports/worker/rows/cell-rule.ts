/** A rule that a cell breaks: SQL condition (true or false, never an error), code, and SQL text of the message. */
export type CellRule = { readonly when: string; readonly code: string; readonly message: string };

/** A cell inside a message: quoted, and cut where it is long. */
export const shownCell = (text: string) =>
  `'"' || CASE WHEN length(${text}) > 80 THEN substr(${text}, 1, 80) || '…' ELSE ${text} END || '"'`;

/** The rule for a cell that is not of the type. `name` and `text` are SQL. */
export const mismatchRule = (when: string, name: string, expected: string, text: string): CellRule => ({
  when,
  code: 'TYPE_MISMATCH',
  message: `${name} || ': expected ${expected}, found ' || ${shownCell(text)} || '.'`,
});
