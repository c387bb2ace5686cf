import type { DiagnosticCode } from '../sql/diagnostic';

export type DiagnosticWords = {
  /** What was met, in three words. */
  readonly title: string;
  /** What people can do about it. */
  readonly advice: string;
};

const HINT =
  'Say what it reads and writes in comments that begin with @LINEAGE_INPUTS: or @LINEAGE_OUTPUTS:, and import it again.';

/** What each diagnostic is called, and what helps. */
const WORDS: Record<DiagnosticCode, DiagnosticWords> = {
  'parse-failed': {
    title: 'Statement not read',
    advice: `Its tables are told from its words, its columns are unknown. Check the dialect of the source. ${HINT}`,
  },
  'statement-not-read': {
    title: 'Statement not known',
    advice: `If it moves data: ${HINT}`,
  },
  'dynamic-sql': { title: 'SQL made at run time', advice: HINT },
  'rewrite-lossy': {
    title: 'Part left out',
    advice: `The rest of the statement was read. If this part reads a table, name it in a comment that begins with @LINEAGE_INPUTS:.`,
  },
  'extractors-disagree': {
    title: 'Two readings differ',
    advice: 'Look at the statement; its edges are kept, and are less sure.',
  },
  'unresolved-name': {
    title: 'Name not found',
    advice: 'Import the objects and columns of the database that has it, or correct the name.',
  },
  'ambiguous-column': {
    title: 'Column of unknown table',
    advice:
      'Import the columns of these tables (table_columns), or write the name of its table before the column.',
  },
  'star-without-schema': {
    title: 'Columns of * unknown',
    advice: 'Import the columns of this object (table_columns), or name the columns instead of *.',
  },
  'unclosed-text': {
    title: 'Text without an end',
    advice: 'Close the string, name or comment, and import the definition again.',
  },
  'definition-skipped': {
    title: 'Definition not read',
    advice: `Cut it into smaller definitions. ${HINT}`,
  },
};

const OTHER: DiagnosticWords = { title: 'Note', advice: 'Look at the statement.' };

/** The words of a diagnostic; a code of another version is a note. */
export function diagnosticWords(code: string): DiagnosticWords {
  return Object.hasOwn(WORDS, code) ? WORDS[code as DiagnosticCode] : OTHER;
}
