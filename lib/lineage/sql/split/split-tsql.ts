import type { Range } from '../span';
import type { ObjectHeader } from '../sql-object';
import type { Statement } from '../statement';
import { pairParens } from '../tokens/pair-parens';
import { isNamePart } from '../tokens/read-name';
import type { Token } from '../tokens/token';
import { batchEndAt } from './batches';
import { beginsQuery } from './begins-with-query';
import { Blocks } from './blocks';
import { Draft, type DraftRole } from './draft';
import { readTsqlHeader } from './read-tsql-header';
import { startsStatement } from './starts-statement';
import { plainStatement } from './statement-text';
import { tellUnknown } from './tell-unknown';
import { tsqlStatement } from './tsql-statement';

/** An object met in a text: its header and its place, from CREATE to the end of its body. */
export type ObjectIn = { readonly header: ObjectHeader; readonly range: Range };

/** The statements of a text in order, those of object bodies too, the objects, and variables without a mark that are declared outside of them. */
export type Split = {
  readonly statements: readonly Statement[];
  readonly objects: readonly ObjectIn[];
  readonly variables: readonly string[];
};

export type OpenObject = { readonly header: ObjectHeader; readonly range: { start: number; end: number } };

/**
 * Splits a T-SQL text, which needs no semicolons, into statements. The bodies of objects in it give their statements too;
 * an object reaches to the end of its batch or to the next object.
 */
export function splitTsql(source: string, tokens: readonly Token[]): Split {
  const splitter = new TsqlSplitter(source, tokens);
  splitter.run();
  return splitter;
}

const TRANSACTION = /^(?:TRAN|TRANSACTION|DISTRIBUTED|DIALOG|CONVERSATION)$/;
const NOT_A_CALL = /^(?:ENABLE|DISABLE|RECEIVE|SEND|ADD|MOVE|GET|SETUSER|SHUTDOWN|LINENO)$/;

class TsqlSplitter {
  readonly variables = [];
  readonly statements: Statement[] = [];
  readonly objects: OpenObject[] = [];
  readonly #source: string;
  readonly #tokens: readonly Token[];
  readonly #pairs: Int32Array;
  readonly #blocks = new Blocks();
  #draft: Draft | null = null;
  #caseDepth = 0;
  /** The last object has not ended. */
  #open = false;
  /** The next statement is the query of a view, or may be a call without EXEC as the first of its batch. */
  #nextRole: DraftRole = 'call';

  constructor(source: string, tokens: readonly Token[]) {
    this.#source = source;
    this.#tokens = tokens;
    this.#pairs = pairParens(tokens, (index) => batchEndAt(tokens, index) !== -1);
  }

  run(): void {
    const { length } = this.#tokens;
    for (let at = 0; at < length; ) at = Math.max(at + 1, this.#step(at));
    this.#endBatch(length);
  }

  /** Reads what stands at `at`; the index to go on from. */
  #step(at: number): number {
    const token = this.#tokens[at];
    const batchEnd = batchEndAt(this.#tokens, at);
    if (token === undefined || batchEnd !== -1) {
      this.#endBatch(at);
      return batchEnd;
    }
    if (token.text === ';') {
      this.#end(at);
      return at + 1;
    }
    if (token.text === '(') {
      this.#grow(at, token);
      return (this.#pairs[at] ?? -1) + 1;
    }
    if (token.text === ':' && token.startsLine) return this.#lineEnd(at);
    if (token.kind !== 'word') this.#grow(at, token);
    else if (token.upper === 'CASE') this.#caseDepth++;
    else if (token.upper === 'END' && this.#caseDepth > 0) this.#caseDepth--;
    else if (this.#caseDepth === 0 && this.#tokens[at + 1]?.text === ':') {
      this.#end(at);
      return at + 2;
    } else if (this.#caseDepth === 0 && startsStatement(this.#tokens, this.#pairs, at, this.#draft)) {
      return this.#start(at, token);
    } else this.#grow(at, token);
    return at + 1;
  }

  /** A statement begins at `at`: control words open and close blocks, all else opens a draft. */
  #start(at: number, token: Token): number {
    const next = this.#tokens[at + 1]?.upper ?? '';
    this.#end(at);
    switch (token.upper) {
      case 'CREATE':
      case 'ALTER': {
        const bodyAt = this.#object(at);
        if (bodyAt !== null) return bodyAt;
        break;
      }
      case 'BEGIN':
        if (!TRANSACTION.test(next)) return this.#openBlock(at, next);
        break;
      case 'END':
        if (next !== 'CONVERSATION') {
          const after = next === 'TRY' || next === 'CATCH' ? at + 2 : at + 1;
          this.#blocks.close(this.#elseFollows(after));
          return after;
        }
        break;
      case 'ELSE':
        this.#blocks.openSingle('else');
        return at + 1;
      case 'IF':
      case 'WHILE':
        this.#draft = new Draft(at, token.upper, token.upper === 'IF' ? 'if' : 'while', at + 1);
        return at + 1;
      case 'RETURN':
        if (beginsQuery(this.#tokens, this.#pairs, at + 1)) {
          this.#draft = new Draft(at, next, 'return', at + 1);
          return at + 1;
        }
        break;
    }
    this.#grow(at, token);
    return at + 1;
  }

  /** Takes a token into the open statement, or begins one. */
  #grow(at: number, token: Token): void {
    if (this.#draft === null) {
      const calls =
        this.#nextRole === 'call' &&
        isNamePart(token) &&
        !NOT_A_CALL.test(token.upper) &&
        !startsStatement(this.#tokens, this.#pairs, at, null);
      const role = this.#nextRole === 'view' ? 'view' : calls ? 'call' : 'plain';
      this.#draft = new Draft(at, token.upper, role);
      this.#nextRole = 'plain';
    }
    this.#draft.see(token);
  }

  #object(at: number): number | null {
    const found = readTsqlHeader(this.#tokens, this.#pairs, at, this.#source.length);
    if (found === null) return null;
    this.#closeObject(at);
    this.#blocks.reset();
    const range = { start: this.#tokens[at]?.start ?? 0, end: this.#source.length };
    this.objects.push({ header: found.header, range });
    this.#open = true;
    this.#nextRole = found.header.type === 'view' ? 'view' : 'plain';
    return found.bodyAt;
  }

  #openBlock(at: number, next: string): number {
    this.#blocks.open(next === 'TRY' ? 'try' : next === 'CATCH' ? 'catch' : null);
    if (next === 'TRY' || next === 'CATCH') return at + 2;
    if (next !== 'ATOMIC') return at + 1;
    return this.#tokens[at + 2]?.upper === 'WITH' ? (this.#pairs[at + 3] ?? at + 2) + 1 : at + 2;
  }

  /** The open statement ends before `at`. */
  #end(at: number): void {
    this.#caseDepth = 0;
    const draft = this.#draft;
    if (draft === null) return;
    this.#draft = null;
    const cut = { start: draft.start, end: at, path: this.#blocks.path };
    const statement = tsqlStatement(this.#source, this.#tokens, this.#pairs, cut, draft);
    this.statements.push(tellUnknown(statement, 'tsql'));
    if (draft.role === 'if' || draft.role === 'while') this.#blocks.openSingle(draft.role);
    else this.#blocks.statementEnded(this.#elseFollows(at));
  }

  #endBatch(at: number): void {
    this.#end(at);
    this.#blocks.reset();
    this.#closeObject(at);
    this.#nextRole = 'call';
  }

  #closeObject(at: number): void {
    const last = this.objects.at(-1);
    if (last !== undefined && this.#open) last.range.end = this.#tokens[at - 1]?.end ?? last.range.end;
    this.#open = false;
  }

  #elseFollows(from: number): boolean {
    let at = from;
    while (this.#tokens[at]?.text === ';') at++;
    return this.#tokens[at]?.upper === 'ELSE';
  }

  /** Past a line of the client tools such as `:setvar name value`. */
  #lineEnd(from: number): number {
    this.#end(from);
    let at = from + 1;
    while (this.#tokens[at]?.startsLine === false) at++;
    // `:r file` puts the text of another file there.
    if (this.#tokens[from + 1]?.upper === 'R') {
      const cut = { start: from, end: at, path: this.#blocks.path };
      this.statements.push(plainStatement(this.#source, this.#tokens, cut, 'unknown'));
    }
    return at;
  }
}
