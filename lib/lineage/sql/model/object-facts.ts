import type { Access, ColumnLink } from '../bind/frame';
import type { Diagnostic } from '../diagnostic';
import type { Outcome } from '../parsed-statement';
import type { Relation } from '../resolve/relation';
import type { Range } from '../span';
import type { SqlObjectType } from '../sql-object';
import type { StatementKind } from '../statement';

/** How we know: from the parser's tree, from tokens alone, from text folded at reading, from a hint in a comment. */
export type Method = 'parsed' | 'scanned' | 'folded' | 'hint';

/** One object is read, written, ... by the definition at one statement. */
export type ObjectEdge = {
  readonly access: Access;
  readonly relation: Relation;
  readonly method: Method;
  readonly confidence: number;
  readonly range: Range;
  /** The words of the statement that say so: the entry of FROM, the target, the name that is called. Absent where not known for sure. */
  readonly at?: Range;
};

/** A column goes into another at one statement; either end may be local to the definition. */
export type ColumnEdge = Omit<ColumnLink, 'at' | 'entry'> & {
  readonly method: Method;
  readonly confidence: number;
  readonly range: Range;
  /** The words that say so: where the column is named, then its entry of FROM; those that are known. */
  readonly at?: readonly Range[];
};

export type StatementFacts = {
  readonly kind: StatementKind;
  readonly range: Range;
  readonly outcome: Outcome;
  readonly repairs: readonly string[];
  readonly edges: readonly ObjectEdge[];
  readonly columnEdges: readonly ColumnEdge[];
};

/** All that one definition tells. Ranges count in its text. */
export type ObjectFacts = {
  readonly object: Relation;
  readonly type: SqlObjectType;
  readonly statements: readonly StatementFacts[];
  /** Of the object as a whole: a trigger's table, hints. */
  readonly edges: readonly ObjectEdge[];
  /** Names of the columns it gives, each result by itself. */
  readonly results: readonly (readonly string[])[];
  readonly diagnostics: readonly Diagnostic[];
  /** Temporary tables, in lower case, that it uses and a caller makes. */
  readonly borrows: readonly string[];
};
