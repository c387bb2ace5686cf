/**
 * The versioned tables of the catalog. Each row also has the version columns: `_from` (snapshot that wrote it), `_to`
 * (snapshot that ended it, null while current), `_import` (id), `_file` (1-based ordinal of the file in its import)
 * and `_record` (1-based record in that file). Types and constraints are only those that a lakehouse catalog accepts.
 */
export type VersionedTable = {
  readonly name: string;
  /** Column name to DuckDB type, in order, without the version columns. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that identify a row among the current ones. */
  readonly key: readonly string[];
};

export const sources = {
  name: 'catalog_sources',
  columns: { source: 'VARCHAR NOT NULL', dialect: 'VARCHAR NOT NULL', database_name: 'VARCHAR NOT NULL' },
  key: ['source'],
} as const satisfies VersionedTable;

/** `object` is the id of an object: see `objectId` in lib/lineage/object-id.ts. */
export const objects = {
  name: 'catalog_objects',
  columns: {
    source: 'VARCHAR NOT NULL',
    object: 'VARCHAR NOT NULL',
    /** The id inside the extract, as text. */
    native_id: 'VARCHAR NOT NULL',
    database_name: 'VARCHAR NOT NULL',
    schema_name: 'VARCHAR NOT NULL',
    object_name: 'VARCHAR NOT NULL',
    object_type: 'VARCHAR NOT NULL',
    native_type: 'VARCHAR NOT NULL',
  },
  key: ['source', 'object'],
} as const satisfies VersionedTable;

export const columns = {
  name: 'catalog_columns',
  columns: {
    source: 'VARCHAR NOT NULL',
    object: 'VARCHAR NOT NULL',
    column_name: 'VARCHAR NOT NULL',
    ordinal: 'INTEGER NOT NULL',
    data_type: 'VARCHAR NOT NULL',
    nullable: 'BOOLEAN',
  },
  key: ['source', 'object', 'column_name'],
} as const satisfies VersionedTable;

export const definitions = {
  name: 'catalog_definitions',
  columns: {
    source: 'VARCHAR NOT NULL',
    object: 'VARCHAR NOT NULL',
    definition: 'VARCHAR NOT NULL',
  },
  key: ['source', 'object'],
} as const satisfies VersionedTable;

/**
 * Why we believe an edge. `object` is the one whose definition or dependency list says so, with method `query-log` the `pattern` of
 * the logged texts that do (see `queryReadings`); data flows from `from_object` to `to_object`; the span is 1-based in that object's
 * definition, end exclusive, null where there is none. `at_`: the words in it that say so, in one line; null where they are not known.
 */
export const evidence = {
  name: 'catalog_evidence',
  columns: {
    source: 'VARCHAR NOT NULL',
    object: 'VARCHAR NOT NULL',
    from_object: 'VARCHAR NOT NULL',
    to_object: 'VARCHAR NOT NULL',
    kind: 'VARCHAR NOT NULL',
    method: 'VARCHAR NOT NULL',
    start_line: 'INTEGER',
    start_column: 'INTEGER',
    end_line: 'INTEGER',
    end_column: 'INTEGER',
    confidence: 'DOUBLE NOT NULL',
    at_line: 'INTEGER',
    at_column: 'INTEGER',
    at_length: 'INTEGER',
  },
  key: ['source', 'object', 'from_object', 'to_object', 'kind', 'method', 'start_line', 'start_column'],
} as const satisfies VersionedTable;

/**
 * Why we believe that a column feeds another. As `evidence`, with the columns of both ends; an empty name stands for the
 * object as a whole (a filter decides on its rows). Columns of temporary tables, table variables and the like belong to the
 * object that uses them and are named `#t.c` or `@t.c`. `at_` is where the column is named, `entry_` its entry of FROM.
 */
export const columnEvidence = {
  name: 'catalog_column_evidence',
  columns: {
    source: 'VARCHAR NOT NULL',
    object: 'VARCHAR NOT NULL',
    from_object: 'VARCHAR NOT NULL',
    from_column: 'VARCHAR NOT NULL',
    to_object: 'VARCHAR NOT NULL',
    to_column: 'VARCHAR NOT NULL',
    kind: 'VARCHAR NOT NULL',
    method: 'VARCHAR NOT NULL',
    start_line: 'INTEGER',
    start_column: 'INTEGER',
    end_line: 'INTEGER',
    end_column: 'INTEGER',
    confidence: 'DOUBLE NOT NULL',
    at_line: 'INTEGER',
    at_column: 'INTEGER',
    at_length: 'INTEGER',
    entry_line: 'INTEGER',
    entry_column: 'INTEGER',
    entry_length: 'INTEGER',
  },
  key: [
    ...(['source', 'object', 'from_object', 'from_column', 'to_object', 'to_column'] as const),
    ...(['kind', 'method', 'start_line', 'start_column'] as const),
  ],
} as const satisfies VersionedTable;

/** What the extraction met in a definition: see lib/lineage/sql/diagnostic.ts. */
export const diagnostics = {
  name: 'catalog_diagnostics',
  columns: {
    source: 'VARCHAR NOT NULL',
    object: 'VARCHAR NOT NULL',
    code: 'VARCHAR NOT NULL',
    severity: 'VARCHAR NOT NULL',
    message: 'VARCHAR NOT NULL',
    start_line: 'INTEGER NOT NULL',
    start_column: 'INTEGER NOT NULL',
    end_line: 'INTEGER NOT NULL',
    end_column: 'INTEGER NOT NULL',
  },
  key: ['source', 'object', 'code', 'message', 'start_line', 'start_column', 'end_line', 'end_column'],
} as const satisfies VersionedTable;

/** How much of each definition was read: numbers of statements by outcome, and of names and statements in doubt. */
export const coverage = {
  name: 'catalog_coverage',
  columns: {
    source: 'VARCHAR NOT NULL',
    object: 'VARCHAR NOT NULL',
    parsed: 'INTEGER NOT NULL',
    repaired: 'INTEGER NOT NULL',
    scanned: 'INTEGER NOT NULL',
    dynamic: 'INTEGER NOT NULL',
    unresolved: 'INTEGER NOT NULL',
    ambiguous: 'INTEGER NOT NULL',
    disagreements: 'INTEGER NOT NULL',
  },
  key: ['source', 'object'],
} as const satisfies VersionedTable;

export const queryLogs = {
  name: 'catalog_query_logs',
  columns: { source: 'VARCHAR NOT NULL', hash: 'VARCHAR NOT NULL', command_text: 'VARCHAR NOT NULL' },
  key: ['source', 'hash'],
} as const satisfies VersionedTable;

/**
 * What was read of the query logs. Logged texts that differ in values only are one `pattern`: `hash` is that of the first of them in
 * `queryLogs`, `seen` how many records had one. Counts are of statements.
 */
export const queryReadings = {
  name: 'catalog_query_readings',
  columns: {
    source: 'VARCHAR NOT NULL',
    pattern: 'VARCHAR NOT NULL',
    hash: 'VARCHAR NOT NULL',
    seen: 'BIGINT NOT NULL',
    statements: 'INTEGER NOT NULL',
    unread: 'INTEGER NOT NULL',
  },
  key: ['source', 'pattern'],
} as const satisfies VersionedTable;

/** The registry of datasets: each has a table of its own, see `DataTable`. `key_columns` is a JSON list of column names. */
export const datasets = {
  name: 'datasets',
  columns: {
    dataset: 'VARCHAR NOT NULL',
    table_name: 'VARCHAR NOT NULL',
    key_columns: 'VARCHAR NOT NULL',
  },
  key: ['dataset'],
} as const satisfies VersionedTable;

/** The columns of datasets; `stored_as` is the column's name in the dataset's table. */
export const datasetColumns = {
  name: 'dataset_columns',
  columns: {
    dataset: 'VARCHAR NOT NULL',
    column_name: 'VARCHAR NOT NULL',
    ordinal: 'INTEGER NOT NULL',
    data_type: 'VARCHAR NOT NULL',
    stored_as: 'VARCHAR NOT NULL',
  },
  key: ['dataset', 'column_name'],
} as const satisfies VersionedTable;

/** How a file with such a header was loaded into a dataset the last time it was confirmed; `header` and `recipe` are JSON. */
export const recipes = {
  name: 'recipes',
  columns: {
    dataset: 'VARCHAR NOT NULL',
    fingerprint: 'VARCHAR NOT NULL',
    header: 'VARCHAR NOT NULL',
    recipe: 'VARCHAR NOT NULL',
  },
  key: ['dataset', 'fingerprint'],
} as const satisfies VersionedTable;

/** The tables that hold what was read from extracts; a stage file has the same ones. */
export const versionedTables: readonly VersionedTable[] = [
  sources,
  objects,
  columns,
  definitions,
  evidence,
  columnEvidence,
  diagnostics,
  coverage,
  queryLogs,
  queryReadings,
];
