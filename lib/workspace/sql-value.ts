/**
 * What can be bound to a `$name` parameter. Whole numbers bind as BIGINT, other numbers as DOUBLE; a list is for
 * `= any($names)`. Times are bound as ISO 8601 text and cast by the statement or the column.
 */
export type SqlValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Uint8Array
  | readonly string[]
  | readonly number[];

export type SqlParams = Readonly<Record<string, SqlValue>>;
