import type { Diagnostic } from '../diagnostic';
import type { Outcome, Scan } from '../parsed-statement';
import type { Range } from '../span';
import type { UsedPlace } from '../split/used-place';
import type { Parameter } from '../sql-object';
import type { NameParts, PathStep, StatementKind } from '../statement';
import type { Change, Query } from './ir';

/** A call as its tokens tell it. `name` null: made at run time. `outputs`: variables that come back changed, from which parameter. */
export type BodyCall = {
  readonly name: NameParts | null;
  /** Where the name stands. */
  readonly at?: Range;
  readonly dynamic: boolean;
  readonly outputs: readonly {
    readonly variable: string;
    /** Null when it is told by its place. */
    readonly parameter: string | null;
    readonly place: number;
  }[];
};

export type BodyStatement = {
  readonly kind: StatementKind;
  readonly range: Range;
  readonly path: readonly PathStep[];
  readonly outcome: Outcome;
  /** Names of the repairs; `lossy`: one of them may have dropped lineage. */
  readonly repairs: readonly string[];
  readonly lossy: boolean;
  readonly tree: Query | Change | null;
  readonly target: NameParts | null;
  readonly of: NameParts | null;
  /** Where target and `of` stand, as far as the tokens tell. */
  readonly targetAt?: Range;
  readonly ofAt?: Range;
  /** What is made lives no longer than its session. */
  readonly temporary: boolean;
  /** Columns of the target as the tokens list them. */
  readonly columns: readonly string[];
  readonly call: BodyCall | null;
  /** The cursor that is declared. */
  readonly cursor: string | null;
  /** SELECT ... INTO variables, of the dialects whose variables have no mark. */
  readonly into: readonly string[];
  /** FETCH: the cursor and the variables its columns go into. */
  readonly fetch: { readonly cursor: string; readonly into: readonly string[] } | null;
  /** USE: where the script goes. */
  readonly use?: UsedPlace;
  /** What the token scanner saw: the fallback when the parser failed, the check on it when it did not. */
  readonly scan: Scan;
  /** Statements of text made at run time, as far as it could be folded; `holes`: parts of it are unknown. */
  readonly dynamic: { readonly statements: readonly BodyStatement[]; readonly holes: boolean } | null;
};

/**
 * A definition in our own shapes: all that the text says, nothing of the catalogue. Plain JSON, so it can be kept by the hash
 * of the text and bound again when the catalogue changes. Ranges count in the text.
 */
export type Body = {
  readonly statements: readonly BodyStatement[];
  readonly diagnostics: readonly Diagnostic[];
  /** What comments say: `@LINEAGE_INPUTS: a.b`, `@LINEAGE_OUTPUTS: x.y`. */
  readonly hints: readonly { readonly output: boolean; readonly name: NameParts; readonly range: Range }[];
  /** Column list of a view. */
  readonly columns: readonly string[];
  /** The table a trigger hangs on. */
  readonly on: { readonly name: NameParts; readonly range: Range } | null;
  /** `RETURNS @t TABLE (...)`; `variable` null for RETURNS TABLE. */
  readonly returns: { readonly variable: string | null; readonly columns: readonly string[] } | null;
  /** What a caller gives and gets: of T-SQL procedures. */
  readonly parameters: readonly Parameter[];
  /** A function that gives one value, of T-SQL. */
  readonly scalar: boolean;
  /** Parameters and variables that look like columns. */
  readonly variables: readonly string[];
};
