import type { Range } from '../span';

/**
 * `quoted`: a name in brackets, double quotes or backticks. `variable`: begins with @ (T-SQL and MySQL) or a colon (Oracle,
 * Snowflake). `operator`: punctuation too.
 */
export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'variable' | 'operator';

/** One token. Blanks and comments are the gaps between tokens. */
export type Token = Range & {
  readonly kind: TokenKind;
  /** As written, quotes included. */
  readonly text: string;
  /** What to compare with: upper case for words, as written for all else. */
  readonly upper: string;
  /** First of its line: only there `GO` ends a batch. */
  readonly startsLine: boolean;
};
