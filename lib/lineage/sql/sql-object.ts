import type { SqlDialect } from './dialect';
import type { Range } from './span';
import type { NameParts } from './statement';

/** `script`: statements outside of any object, named after their file. */
export type SqlObjectType = 'view' | 'procedure' | 'function' | 'trigger' | 'script';

/** A text to read: one definition from a catalogue, or a piece of a script. */
export type SqlObject = {
  /** Null where the text does not say. */
  readonly database: string | null;
  readonly schema: string | null;
  readonly name: string;
  readonly type: SqlObjectType;
  readonly dialect: SqlDialect;
  readonly text: string;
  /** The file or catalogue the text comes from. */
  readonly origin: string;
  /** Where `text` begins in its origin: UTF-16 offset. */
  readonly offset: number;
};

/** A parameter with its mark; `output`: it comes back to the caller. */
export type Parameter = { readonly name: string; readonly output: boolean };

/** What stands before the body of a CREATE VIEW, PROCEDURE, FUNCTION or TRIGGER. */
export type ObjectHeader = {
  readonly type: Exclude<SqlObjectType, 'script'>;
  readonly name: NameParts;
  readonly nameRange: Range;
  /** Column list of a view. */
  readonly columns: readonly string[];
  /** The table a trigger hangs on. */
  readonly on: { readonly name: NameParts; readonly range: Range } | null;
  /** Parameters and variables that have no mark of their own, so that they look like columns. */
  readonly variables: readonly string[];
  /** Parameters in their order, of T-SQL. */
  readonly parameters: readonly Parameter[];
  /** A function that gives one value, of T-SQL. */
  readonly scalar: boolean;
  /** `RETURNS @t TABLE (...)`: the variable (null for unnamed) and its columns. */
  readonly returns: { readonly variable: string | null; readonly columns: readonly string[] } | null;
  /** Where the body begins: UTF-16 offset. */
  readonly body: number;
};
