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
    readonly schema: readonly number[];
    readonly type: readonly number[];
  };
  /** In the order of their first arrival in the workspace, in any snapshot; names that differ only in case are one. */
  readonly schemas: readonly { readonly database: string; readonly schema: string }[];
  /** Pairs: which source knows which object. */
  readonly sources: {
    readonly names: readonly string[];
    readonly object: readonly number[];
    readonly source: readonly number[];
  };
  /** Sorted by from, to and kind; both ends are objects of the snapshot. */
  readonly evidence: EvidenceRows;
  readonly files: readonly string[];
  /** Evidence left out because one of its ends is no object of this snapshot. */
  readonly danglingEvidence: number;
};

export type EvidenceRows = {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly kind: readonly number[];
  readonly method: readonly number[];
  readonly source: readonly number[];
  /** The object whose definition or list of dependencies says so; -1 when it is not in the snapshot. */
  readonly object: readonly number[];
  /** 1-based, 0 where there is no span. */
  readonly startLine: readonly number[];
  readonly startColumn: readonly number[];
  readonly endLine: readonly number[];
  readonly endColumn: readonly number[];
  readonly confidence: readonly number[];
  /** Number of the import that brought the row, position of its file's name, 1-based record. */
  readonly import: readonly number[];
  readonly file: readonly number[];
  readonly record: readonly number[];
};
