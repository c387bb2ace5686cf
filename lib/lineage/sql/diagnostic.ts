import type { Range } from './span';

/** Every diagnostic there is: what was met, and how bad that is for the lineage. The list is closed. */
export const diagnosticSeverity = {
  /** The parser could not read the statement, even with repairs; tables come from the tokens, columns are unknown. */
  'parse-failed': 'error',
  /** None of the statements that are known: it may move data, and nothing of it was read. */
  'statement-not-read': 'warning',
  /** SQL text that is made at run time and could not be read, or only in part. */
  'dynamic-sql': 'warning',
  /** A repair dropped something that may carry lineage. */
  'rewrite-lossy': 'warning',
  /** The parser and the token scanner saw different tables. */
  'extractors-disagree': 'warning',
  'unresolved-name': 'warning',
  'ambiguous-column': 'warning',
  /** `*` of an object whose columns are not known. */
  'star-without-schema': 'warning',
  /** A string, quoted name or comment that has no end. */
  'unclosed-text': 'error',
  /** A definition that took longer than its deadline, or ended its thread. */
  'definition-skipped': 'error',
} as const satisfies Record<string, 'info' | 'warning' | 'error'>;

export type DiagnosticCode = keyof typeof diagnosticSeverity;

/** Something people should know about the lineage of a text. `range` counts in the object's text. */
export type Diagnostic = { readonly code: DiagnosticCode; readonly message: string; readonly range: Range };
