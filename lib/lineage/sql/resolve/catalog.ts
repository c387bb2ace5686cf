/** What the catalogue of a source says of one object. */
export type CatalogObject = {
  readonly database: string | null;
  readonly schema: string | null;
  readonly name: string;
  /** As in the catalogue: `table`, `view`, `procedure`, `function`, `synonym` ... */
  readonly type: string;
  /** In their order; null when they are not known. */
  readonly columns: readonly string[] | null;
  /** What a synonym stands for, outermost part first. */
  readonly synonymOf?: readonly string[];
};

export type Catalog = { readonly objects: readonly CatalogObject[] };
