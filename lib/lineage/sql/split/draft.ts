import type { Token } from '../tokens/token';

/** Why a statement stands there: on its own, as the condition of IF or WHILE, as the query of a view or of RETURN, or as a call without EXEC. */
export type DraftRole = 'plain' | 'if' | 'while' | 'view' | 'return' | 'call';

/** A statement whose end is not known yet. */
export class Draft {
  /** Index of its first token. */
  readonly start: number;
  /** Index of the first token of what is parsed: past IF, WHILE, RETURN. */
  readonly query: number;
  /** The word its query begins with, upper case. */
  readonly first: string;
  readonly role: DraftRole;
  /** The change a statement that begins with WITH makes: SELECT, INSERT, UPDATE, DELETE or MERGE. */
  verb: string;
  readonly #words = new Set<string>();

  constructor(start: number, first: string, role: DraftRole = 'plain', query = start) {
    this.start = start;
    this.query = query;
    this.first = first;
    this.role = role;
    this.verb = first === 'WITH' ? '' : first;
  }

  /** Notes a token outside of parentheses. */
  see(token: Token): void {
    if (token.kind !== 'word') return;
    const word = token.upper === 'EXECUTE' ? 'EXEC' : token.upper;
    this.#words.add(word);
    if (this.verb === '' && QUERY_VERBS.has(word)) this.verb = word;
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** An INSERT whose rows have not begun: the next SELECT, EXEC or WITH belongs to it. */
  get awaitsRows(): boolean {
    return this.verb === 'INSERT' && !['SELECT', 'VALUES', 'EXEC'].some((word) => this.has(word));
  }

  /** An INSERT ... EXEC. */
  get takesRowsOfCall(): boolean {
    return this.verb === 'INSERT' && this.has('EXEC') && !this.has('SELECT') && !this.has('VALUES');
  }
}

const QUERY_VERBS = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE']);
