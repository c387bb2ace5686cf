/**
 * What a graph is built from: the rows of one snapshot, column by column, all columns of a table equally long.
 * Objects come in display order, the newest row first where several sources know one object.
 */
export type CatalogRows = {
  readonly snapshot: number;
  readonly objects: {
    readonly source: readonly string[];
    readonly object: readonly string[];
    readonly database: readonly string[];
    readonly schema: readonly string[];
    readonly name: readonly string[];
    readonly type: readonly string[];
  };
  readonly evidence: {
    readonly source: readonly string[];
    readonly object: readonly string[];
    readonly from: readonly string[];
    readonly to: readonly string[];
    readonly kind: readonly string[];
    readonly method: readonly string[];
    readonly startLine: readonly (number | null)[];
    readonly startColumn: readonly (number | null)[];
    readonly endLine: readonly (number | null)[];
    readonly endColumn: readonly (number | null)[];
    readonly confidence: readonly number[];
    /** Number of the import that brought the row, its file's name, and the 1-based record. */
    readonly import: readonly number[];
    readonly file: readonly string[];
    readonly record: readonly (number | null)[];
  };
  /** Schemas in the order of their first arrival in the workspace, in any snapshot. */
  readonly schemasByArrival: readonly { readonly database: string; readonly schema: string }[];
};
