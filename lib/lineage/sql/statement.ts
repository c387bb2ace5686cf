import type { Range } from './span';
import type { Token } from './tokens/token';

/** The parts of a name without quotes, outermost first; a part left out (`db..t`) is an empty text. */
export type NameParts = readonly string[];

/**
 * What a statement is. The first two lines have a query or change that the parser reads; the others are read from the tokens
 * alone (`target`, `columns`, `call`). `other` is known to bear no lineage (SET NOCOUNT, PRINT, COMMIT ...), `unknown` is not known at all.
 * `copy-rows`, `move-rows`: all rows of one table go into another. `view-query`: the query of a view. `return-query`: of RETURN and RETURN QUERY. `cursor`: the query of a cursor.
 * `assign`: expressions of SET, DECLARE, RETURN, PRINT with a query or a call in them. `condition`: of IF and WHILE.
 */
export const statementKinds = [
  ...(['select', 'insert', 'update', 'delete', 'merge', 'create-table-as', 'view-query'] as const),
  ...(['return-query', 'cursor', 'assign', 'condition'] as const),
  ...(['execute', 'insert-execute', 'truncate', 'bulk-load', 'copy-rows', 'move-rows'] as const),
  ...(['create-table', 'declare-table', 'create-synonym', 'ddl', 'other', 'unknown'] as const),
] as const;
export type StatementKind = (typeof statementKinds)[number];

/** A call of a procedure, or of text that is made at run time. */
export type Call = {
  /** Null when the text or the name is made at run time. */
  readonly name: NameParts | null;
  readonly nameRange: Range;
  /** Arguments as written; `name` with its @ for named ones. */
  readonly arguments: readonly {
    readonly name: string | null;
    readonly range: Range;
    readonly output: boolean;
  }[];
  /** The expression that makes the text to run (`EXEC (...)`, `sp_executesql`, EXECUTE IMMEDIATE); null for plain calls. */
  readonly dynamicText: Range | null;
  /** Linked server of `EXEC (...) AT server`. */
  readonly at: string | null;
  /** `FOR r IN EXECUTE text`, `OPEN c FOR EXECUTE text`: what the rows go into. */
  readonly record?: string;
};

/** Where a statement stands: the blocks around it, outermost first. */
export type PathStep = 'if' | 'else' | 'while' | 'try' | 'catch' | 'loop' | 'exception';

/** One statement of an object's text. Every range counts in `source`. */
export type Statement = {
  readonly kind: StatementKind;
  /** The whole text of the object, shared by its statements. */
  readonly source: string;
  /** From the first to past the last character, without semicolon. */
  readonly range: Range;
  /** The part that is parsed: the query of a cursor or a RETURN, the condition of an IF; else the same as `range`. */
  readonly query: Range;
  /** Parts of `query` that the parser must not see: variables after INTO. */
  readonly omitted: readonly Range[];
  /** `FROM t INSERT INTO a SELECT ... INSERT INTO b SELECT ...`: the FROM clause that each of them has; its tokens come last. */
  readonly shared: Range | null;
  /** The tokens of `range`, without those of `omitted`. */
  readonly tokens: readonly Token[];
  readonly path: readonly PathStep[];
  /** What the tokens say is made, filled or emptied: for the kinds read from them alone, else null. */
  readonly target: { readonly name: NameParts; readonly range: Range } | null;
  /** What the target stands for, or whose rows it gets: CREATE SYNONYM ... FOR, CREATE TABLE ... CLONE, ALTER TABLE ... SWITCH. */
  readonly of: { readonly name: NameParts; readonly range: Range } | null;
  /** Column list of the target: CREATE TABLE, DECLARE @t TABLE, INSERT ... EXEC. */
  readonly columns: readonly { readonly name: string; readonly range: Range }[];
  readonly call: Call | null;
};
