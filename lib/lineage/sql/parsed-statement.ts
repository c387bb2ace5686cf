import type { Diagnostic } from './diagnostic';
import type { Range } from './span';
import type { NameParts, Statement } from './statement';

/** A node of the parser's tree: one key, the node's kind, and its fields. Only the adapter to our own shapes looks inside. */
export type SyntaxTree = { readonly [kind: string]: unknown };

/**
 * `parsed`: read as written. `repaired`: read after rewrites. `scanned`: only the token scanner read it.
 * `dynamic`: text made at run time.
 */
export type Outcome = 'parsed' | 'repaired' | 'scanned' | 'dynamic';

/** One change of the text before it was parsed. `lossy`: something that may carry lineage is gone. */
export type RepairStep = { readonly name: string; readonly lossy: boolean; readonly range: Range };

/** A name the token scanner met, without quotes. */
export type ScannedName = { readonly name: NameParts; readonly range: Range };

/** What the token scanner sees: aliases stand for their tables, CTEs are left out, variables and temporary tables are names. */
export type Scan = {
  readonly reads: readonly ScannedName[];
  readonly writes: readonly ScannedName[];
  readonly calls: readonly ScannedName[];
};

export type ParsedStatement = {
  readonly statement: Statement;
  readonly outcome: Outcome;
  /** Null when the parser had nothing to read or failed. */
  readonly tree: SyntaxTree | null;
  /** The place in the source of a span in the tree (the tree counts code points of the rewritten text). */
  rangeOf(span: { readonly start: number; readonly end: number }): Range;
  readonly steps: readonly RepairStep[];
  /** The token scanner's view, always: the fallback of a scanned statement, the check on a parsed one. */
  readonly scan: Scan;
  /**
   * The statements of text made at run time, as far as it is known; their ranges count in that text. `holes`: parts are
   * unknown, `__hole__` stands for them in names and values. Null: nothing of it is known, or nothing is run.
   */
  readonly dynamic: { readonly statements: readonly ParsedStatement[]; readonly holes: boolean } | null;
  readonly diagnostics: readonly Diagnostic[];
};
