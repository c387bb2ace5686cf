import type { Parameter } from '../sql-object';

/** What a procedure shares with its callers: its parameters, and the temporary tables that it uses but does not make. */
export type Signature = {
  readonly parameters: readonly Parameter[];
  readonly borrows: readonly { readonly name: string; readonly changes: boolean }[];
};

/** What the catalogue of a source says of one object. */
export type CatalogObject = {
  readonly database: string | null;
  readonly schema: string | null;
  readonly name: string;
  /** As in the catalogue: `table`, `view`, `procedure`, `function`, `synonym` ... */
  readonly type: string;
  /** In their order; null when they are not known. */
  readonly columns: readonly string[] | null;
  /** Of a procedure whose text is known. */
  readonly signature?: Signature;
  /** What a synonym stands for, outermost part first. */
  readonly synonymOf?: readonly string[];
};

export type Catalog = { readonly objects: readonly CatalogObject[] };
