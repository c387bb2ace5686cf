/**
 * What a graph is built from: one snapshot's rows, column by column, all columns of a table equally long. References
 * are positions: objects and schemas in these lists, kinds, methods and types in those of graph.ts.
 */
export type CatalogRows = {
  readonly snapshot: number;
  /** In display order: database, schema, name without case. */
  readonly objects: {
    readonly id: readonly string[];
    readonly name: readonly string[];
    readonly schema: Numbers;
    readonly type: Numbers;
  };
  /** In the order of their first arrival in the workspace, in any snapshot; names that differ only in case are one. */
  readonly schemas: readonly { readonly database: string; readonly schema: string }[];
  /** Pairs: which source knows which object. */
  readonly sources: {
    readonly names: readonly string[];
    readonly object: Numbers;
    readonly source: Numbers;
  };
  /** Sorted by from, to and kind; both ends are objects of the snapshot. */
  readonly evidence: EvidenceRows;
  readonly files: readonly string[];
  /** Evidence left out because one of its ends is no object of this snapshot. */
  readonly danglingEvidence: number;
};

/** A column of numbers, in whatever array. */
export type Numbers = ArrayLike<number> & Iterable<number>;

export type EvidenceRows = {
  readonly from: Numbers;
  readonly to: Numbers;
  readonly kind: Numbers;
  readonly method: Numbers;
  readonly source: Numbers;
  /** The object whose definition or list of dependencies says so; -1 when it is not in the snapshot. */
  readonly object: Numbers;
  /** 1-based, 0 where there is no span. */
  readonly startLine: Numbers;
  readonly startColumn: Numbers;
  readonly endLine: Numbers;
  readonly endColumn: Numbers;
  readonly confidence: Numbers;
  /** The words that say so, and the entry of FROM they belong to: packed as mark.ts says, 0 where not known. */
  readonly mark: Numbers;
  readonly entry: Numbers;
  /** Position in `patterns`, -1 for what no query log says. */
  readonly logged: Numbers;
  /** Patterns of logged statements. */
  readonly patterns: readonly string[];
  /** Number of the import that brought the row, position of its file's name, 1-based record. */
  readonly import: Numbers;
  readonly file: Numbers;
  readonly record: Numbers;
};
