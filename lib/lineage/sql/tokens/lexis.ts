import type { SqlDialect } from '../dialect';

/** How a dialect writes comments, strings and names; what is not said here is the same in all of them. */
export type Lexis = {
  readonly nestedComments: boolean;
  /** `#` begins a comment to the end of the line. */
  readonly hashComments: boolean;
  /** `//` begins a comment to the end of the line. */
  readonly slashComments: boolean;
  /** `"` begins a string and not a name. */
  readonly doubleQuotedStrings: boolean;
  readonly brackets: boolean;
  readonly backticks: boolean;
  /** A backslash in a string takes the next character as it is. */
  readonly backslashes: boolean;
  /** `$tag$ ... $tag$` is a string. */
  readonly dollarQuotes: boolean;
  /** `'''` and `"""` begin strings. */
  readonly tripleQuotes: boolean;
  /** Letters that may stand before the quote of a string. */
  readonly stringPrefixes: RegExp;
  /** `q'[ ... ]'` with any brackets. */
  readonly alternativeQuotes: boolean;
  /** `#t` and `##t` are names. */
  readonly hashNames: boolean;
  /** `:name` is a variable. */
  readonly colonVariables: boolean;
};

const PLAIN: Lexis = {
  nestedComments: false,
  hashComments: false,
  slashComments: false,
  doubleQuotedStrings: false,
  brackets: false,
  backticks: false,
  backslashes: false,
  dollarQuotes: false,
  tripleQuotes: false,
  stringPrefixes: /^[NXB]$/i,
  alternativeQuotes: false,
  hashNames: false,
  colonVariables: false,
};

const POSTGRES: Lexis = {
  ...PLAIN,
  nestedComments: true,
  dollarQuotes: true,
  stringPrefixes: /^(?:[NXBE]|U&)$/i,
};

const SPARK: Lexis = {
  ...PLAIN,
  nestedComments: true,
  doubleQuotedStrings: true,
  backticks: true,
  backslashes: true,
  stringPrefixes: /^[RX]$/i,
  colonVariables: true,
};

/** The lexical rules of every dialect. */
export const lexes: Readonly<Record<SqlDialect, Lexis>> = {
  tsql: { ...PLAIN, nestedComments: true, brackets: true, stringPrefixes: /^N$/i, hashNames: true },
  postgres: POSTGRES,
  redshift: POSTGRES,
  duckdb: POSTGRES,
  snowflake: {
    ...PLAIN,
    slashComments: true,
    backslashes: true,
    dollarQuotes: true,
    colonVariables: true,
  },
  bigquery: {
    ...PLAIN,
    hashComments: true,
    doubleQuotedStrings: true,
    backticks: true,
    backslashes: true,
    tripleQuotes: true,
    stringPrefixes: /^(?:[RB]|RB|BR)$/i,
  },
  databricks: SPARK,
  mysql: {
    ...PLAIN,
    hashComments: true,
    doubleQuotedStrings: true,
    backticks: true,
    backslashes: true,
    stringPrefixes: /^(?:[NXB]|_[a-z0-9]+)$/i,
  },
  oracle: { ...PLAIN, alternativeQuotes: true, stringPrefixes: /^(?:N|Q|NQ)$/i, colonVariables: true },
};
