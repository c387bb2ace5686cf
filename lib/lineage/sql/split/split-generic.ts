import type { SqlDialect } from '../dialect';
import type { Statement } from '../statement';
import { pairParens } from '../tokens/pair-parens';
import type { Token } from '../tokens/token';
import { endClientCommands } from './client-commands';
import { ClosedBlocks } from './closed-blocks';
import { declaresVariable } from './declares-variable';
import { BODY_END, BODY_START, openBodies } from './dollar-bodies';
import { find, genericStatement, type Piece } from './generic-statement';
import { isIdle } from './idle-statements';
import { multiInsert } from './multi-insert';
import { plainDelimiters } from './mysql-delimiters';
import { changesVariable, plainCall } from './plain-call';
import { readGenericHeader } from './read-generic-header';
import type { OpenObject, Split } from './split-tsql';
import { plainStatement } from './statement-text';
import { stopAt } from './stop-at';
import { tellUnknown } from './tell-unknown';

/**
 * Splits a text of any dialect but T-SQL: at semicolons, and inside of procedural bodies at the words of their blocks.
 * Conditions, loops over queries, cursors and assignments give statements of their own.
 */
export function splitGeneric(source: string, read: readonly Token[], dialect: SqlDialect): Split {
  const delimited = dialect === 'mysql' ? plainDelimiters(source, read) : read;
  const ended = endClientCommands(source, delimited, dialect);
  const splitter = new GenericSplitter(source, openBodies(source, ended, dialect), dialect);
  splitter.run();
  return splitter;
}

const QUERY = /^(?:SELECT|WITH|FROM|VALUES)$/;
const SELECTS = /^(?:SELECT|WITH)$/;

class GenericSplitter {
  readonly statements: Statement[] = [];
  readonly objects: OpenObject[] = [];
  readonly variables: string[] = [];
  readonly #dialect: SqlDialect;
  readonly #piece: Piece;
  readonly #blocks = new ClosedBlocks();
  /** Parameters and variables of the open object; outside of any, those of the script. */
  #variables = this.variables;
  /** Between DECLARE, IS or AS and BEGIN: names with a type are variables. */
  #declaring = false;
  /** Names of the cursors seen so far. */
  readonly #cursors = new Set<string>();
  /** The object whose body is read, and whether the body is one statement, a block, or stands in quotes. */
  #open: { readonly object: OpenObject; readonly body: 'statement' | 'block' | 'quoted' } | null = null;

  constructor(source: string, tokens: readonly Token[], dialect: SqlDialect) {
    this.#dialect = dialect;
    this.#piece = { source, tokens, pairs: pairParens(tokens, (at) => tokens[at]?.upper === BODY_END) };
  }

  run(): void {
    const { tokens } = this.#piece;
    for (let at = 0; at < tokens.length; ) at = Math.max(at + 1, this.#step(at));
    this.#closeObject(tokens.length);
  }

  /** Reads the piece that begins at `at`; the index to go on from. */
  #step(at: number): number {
    const { tokens } = this.#piece;
    const next = this.#upper(at + 1);
    switch (this.#upper(at)) {
      case ';':
      case '/':
      case BODY_START:
        return at + 1;
      case BODY_END: {
        const end = this.#end(at);
        if (this.#open?.body === 'quoted') this.#closeObject(end);
        return end;
      }
      case '<':
        return next === '<' ? at + 5 : this.#statement(at);
      case 'ALTER':
        if (!this.#alters(at)) return this.#statement(at);
        return this.#object(at) ?? this.#statement(at);
      case 'CREATE':
        return this.#object(at) ?? this.#statement(at);
      case 'BEGIN':
        if (
          /^(?:TRANSACTION|WORK|TRAN|ISOLATION|READ|DEFERRED|IMMEDIATE|;)$/.test(next) &&
          this.#blocks.isEmpty
        )
          return this.#end(at);
        this.#blocks.open('block', null);
        this.#declaring = false;
        return next === 'ATOMIC' ? at + 2 : at + 1;
      case 'DO':
        if (this.#dialect === 'mysql') return this.#assigns(at);
        return next === BODY_START ? at + 2 : at + 1;
      case 'DECLARE':
        this.#declaring = true;
        return at + 1;
      case 'ELSE':
      case 'LOOP':
      case 'REPEAT':
      case 'THEN':
      case 'EXCEPTION':
        return this.#inBlock(at);
      case 'IF':
      case 'ELSIF':
      case 'ELSEIF':
      case 'WHILE':
      case 'UNTIL':
        return this.#condition(at);
      case 'EXIT':
      case 'CONTINUE':
        return next === 'HANDLER' ? this.#stop(at, /^BEGIN$/) : this.#end(at);
      case 'WHEN':
      case 'CASE':
        return this.#when(at);
      case 'FORALL':
        this.#variables.push(next);
        return this.#stop(at, /^(?:INSERT|UPDATE|DELETE|MERGE|EXECUTE)$/);
      case 'FOR':
      case 'FOREACH':
        return this.#loop(at);
      case 'END':
        return this.#endOf(at, next);
      case 'PROCEDURE':
      case 'FUNCTION':
        this.#declaring = true;
        return this.#pastWord(at, /^(?:IS|AS)$/);
      case 'RETURN':
        return this.#returns(at);
      case 'PERFORM':
      case 'SET':
      case 'LET':
        return this.#assigns(at);
      case 'CURSOR':
      case 'OPEN':
        return this.#cursor(at);
      default:
        return tokens[at + 1]?.text === ':' ? at + 2 : this.#statement(at);
    }
  }

  #object(at: number): number | null {
    const { tokens, pairs, source } = this.#piece;
    const found = readGenericHeader(tokens, pairs, at, source.length);
    if (found === null) return null;
    this.#closeObject(at);
    const range = { start: tokens[at]?.start ?? 0, end: source.length };
    this.#variables = [...found.header.variables];
    this.#declaring = true;
    const object = { header: { ...found.header, variables: this.#variables }, range };
    this.objects.push(object);
    const quoted = this.#upper(found.bodyAt - 1) === BODY_START;
    const starts = this.#upper(found.bodyAt);
    const isBlock = /^(?:BEGIN|DECLARE)$/.test(starts) || /^(?:IS|AS)$/.test(this.#upper(found.bodyAt - 1));
    const single = QUERY.test(starts) || starts === '(' || starts === 'RETURN' || !isBlock;
    this.#open = { object, body: quoted ? 'quoted' : single ? 'statement' : 'block' };
    if (/PACKAGE/.test(this.#upper(at + 1) + this.#upper(at + 3))) this.#blocks.open('block', null);
    if (found.header.type === 'view') return this.#view(found.bodyAt);
    if (found.header.type === 'function' && (QUERY.test(starts) || starts === '(')) {
      const end = this.#emit(found.bodyAt, this.#end(found.bodyAt), 'return-query');
      if (!quoted) this.#closeObject(end);
      return end;
    }
    return found.bodyAt;
  }

  /** ALTER VIEW v AS SELECT ... says anew what the view is; other changes of it do not. */
  #alters(at: number): boolean {
    const as = find(this.#piece, { start: at, end: this.#end(at) }, /^AS$/);
    const begins = this.#upper(as + 1) === '(' ? as + 2 : as + 1;
    const isView = find(this.#piece, { start: at, end: Math.min(at + 8, this.#end(at)) }, /^VIEW$/) !== -1;
    return isView && as !== -1 && SELECTS.test(this.#upper(begins));
  }

  #view(at: number): number {
    const { tokens } = this.#piece;
    const end = this.#end(at);
    const last = tokens.slice(Math.max(at, end - 5), end).map(({ upper }) => upper);
    const options =
      /\bWITH (?:(?:CASCADED |LOCAL )?CHECK OPTION|(?:NO )?DATA|NO SCHEMA BINDING|READ ONLY)$/.exec(
        last.join(' '),
      );
    const shown = options === null ? end : end - options[0].split(' ').length;
    this.#emit(at, shown, 'view-query');
    this.#closeObject(end);
    return end;
  }

  #condition(at: number): number {
    const word = this.#upper(at);
    if (word === 'IF') this.#blocks.open('if', 'if');
    else if (word === 'WHILE') this.#blocks.open('loop', 'while');
    else this.#blocks.goOn('if', 'else');
    const end = this.#stop(at + 1, /^(?:THEN|LOOP|DO)$/);
    if (this.#contains(at + 1, end)) this.#emit(at, end, 'condition', { start: at + 1, end });
    return this.#upper(end) === ';' ? end : end + 1;
  }

  /** FOR r IN query LOOP, FOR r IN cursor LOOP, FOR r AS query DO. */
  #loop(at: number): number {
    const end = this.#stop(at + 1, /^(?:LOOP|DO)$/);
    this.#blocks.open('loop', 'loop');
    this.#variables.push(this.#upper(at + 1));
    const from = find(this.#piece, { start: at, end }, /^(?:IN|AS)$/) + 1;
    const dynamic = this.#upper(from) === 'EXECUTE';
    const isCursor = from > 0 && this.#cursors.has(this.#upper(from));
    if (from > 0 && dynamic) this.#push(this.#dynamicRows(from, end, at + 1));
    else if (isCursor) this.#emit(at, end, 'cursor', { start: from, end: from + 1 });
    else if (from > 0 && this.#contains(from, end)) this.#emit(at, end, 'cursor', this.#unwrapped(from, end));
    return end + 1;
  }

  #endOf(at: number, next: string): number {
    const kind = next === 'IF' ? 'if' : /^(?:LOOP|WHILE|FOR|REPEAT)$/.test(next) ? 'loop' : 'block';
    if (next !== 'CASE') this.#blocks.close(kind);
    const end = this.#end(at);
    if (this.#open?.body === 'block' && this.#blocks.isEmpty) this.#closeObject(end);
    return end;
  }

  #returns(at: number): number {
    const end = this.#end(at);
    let from = at + 1;
    if (/^(?:QUERY|TABLE)$/.test(this.#upper(from))) from++;
    if (this.#upper(from) === 'EXECUTE')
      this.#push(genericStatement(this.#piece, this.#cut(from, end), true));
    else if (end > from && this.#upper(from) !== 'NEXT')
      this.#emit(at, end, 'return-query', this.#unwrapped(from, end));
    if (this.#open?.body === 'statement') this.#closeObject(end);
    return end;
  }

  /** PERFORM value, DO value, SET v = value, LET v := value: what they read. */
  #assigns(at: number): number {
    const end = this.#end(at);
    const equals = find(this.#piece, { start: at, end }, /^:?=$/);
    const from = /^(?:PERFORM|DO)$/.test(this.#upper(at)) ? at + 1 : equals + 1;
    if (from > at && this.#contains(from, end)) this.#emit(at, end, 'assign', { start: from, end });
    else if (from > at) this.#emit(at, end, 'other');
    return end;
  }

  /** CURSOR c IS query, OPEN c FOR query. */
  #cursor(at: number): number {
    const end = this.#end(at);
    const from = find(this.#piece, { start: at, end }, /^(?:IS|FOR)$/) + 1;
    if (from > 0 && SELECTS.test(this.#upper(from))) {
      this.#cursors.add(this.#upper(at + 1));
      this.#emit(at, end, 'cursor', { start: from, end });
    } else if (from > 0 && end > from) this.#push(this.#dynamicRows(from, end, at + 1));
    return end;
  }

  /** Text that is run for its rows, which go into the record or cursor at `record`. */
  #dynamicRows(start: number, end: number, record: number): Statement {
    const found = genericStatement(this.#piece, this.#cut(start, end), true);
    const name = this.#piece.tokens[record]?.text;
    if (found.call === null || name === undefined) return found;
    return { ...found, call: { ...found.call, record: name } };
  }

  /** A statement, a declaration with a value or a query, an assignment, or a call without CALL. */
  #statement(at: number): number {
    const end = this.#end(at);
    const inserts = multiInsert(this.#piece, this.#cut(at, end));
    for (const insert of inserts) this.#push(insert);
    if (inserts.length > 0) return end;
    const found = genericStatement(this.#piece, this.#cut(at, end), this.#inBody);
    const assign = find(this.#piece, { start: at, end }, /^(?::=|DEFAULT)$/);
    const query = find(this.#piece, { start: at, end: end - 1 }, /^(?:FOR|IS)$/);
    const declared = this.#upper(at - 1) === 'DECLARE';
    const declares = this.#inBody || declared;
    const mayDeclare = this.#declaring && declaresVariable(this.#piece.tokens, at, end);
    const variable = found.kind === 'other' && (declared || mayDeclare);
    if (variable) this.#variables.push(this.#upper(at));
    const own =
      variable || (this.#inBody && changesVariable(this.#piece, this.#cut(at, end), this.#variables));
    const call = this.#inBody && !own ? this.#call(at, end) : null;
    if (found.kind !== 'other') this.#push(found);
    else if (declares && assign !== -1) {
      if (this.#contains(assign + 1, end)) this.#emit(at, end, 'assign', { start: assign + 1, end });
      else this.statements.push(found);
    } else if (declares && query !== -1 && SELECTS.test(this.#upper(query + 1))) {
      this.#cursors.add(this.#upper(this.#upper(at + 1) === 'CURSOR' ? at : at + 1));
      this.#emit(at, end, 'cursor', { start: query + 1, end });
    } else if (own) this.statements.push(found);
    else
      this.#push(
        call === null || isIdle(found.tokens, this.#dialect) ? found : { ...found, kind: 'execute', call },
      );
    if (this.#open?.body === 'statement') this.#closeObject(end);
    return end;
  }

  /** `CASE x WHEN value THEN`, `EXCEPTION WHEN name THEN`: what it asks. */
  #when(at: number): number {
    const end = this.#stop(at + 1, /^THEN$/);
    const asks = this.#piece.tokens.slice(at, end).some(({ upper }) => upper === 'SELECT');
    const start = this.#upper(at) === 'CASE' ? find(this.#piece, { start: at, end }, /^WHEN$/) + 1 : at + 1;
    if (asks && start > at) this.#emit(at, end, 'condition', { start, end });
    return this.#upper(end) === 'THEN' ? end + 1 : end;
  }

  /** A call without CALL: only Oracle does without parentheses too. */
  #call(at: number, end: number) {
    return plainCall(this.#piece, this.#cut(at, end), this.#dialect !== 'oracle');
  }

  #inBlock(at: number): number {
    const word = this.#upper(at);
    if (word === 'ELSE') this.#blocks.goOn('if', 'else');
    else if (word === 'EXCEPTION') this.#blocks.goOn('block', 'exception');
    else if (word !== 'THEN') this.#blocks.open('loop', 'loop');
    return at + 1;
  }

  get #inBody(): boolean {
    return this.#open !== null || !this.#blocks.isEmpty;
  }

  /** Past the last token of the statement that `at` is in. */
  #end(at: number): number {
    return this.#stop(at + 1, /^$/);
  }

  #stop(from: number, word: RegExp): number {
    return stopAt(this.#piece, from, word);
  }

  #pastWord(at: number, word: RegExp): number {
    const end = this.#stop(at + 1, word);
    return word.test(this.#upper(end)) ? end + 1 : end;
  }

  #contains(from: number, to: number): boolean {
    return this.#piece.tokens.slice(from, to).some(({ upper, text }) => upper === 'SELECT' || text === '(');
  }

  /** Without one pair of parentheses around all of it. */
  #unwrapped(start: number, end: number): { start: number; end: number } {
    const wrapped = this.#upper(start) === '(' && this.#piece.pairs[start] === end - 1;
    return wrapped && SELECTS.test(this.#upper(start + 1))
      ? { start: start + 1, end: end - 1 }
      : { start, end };
  }

  #emit(start: number, end: number, kind: Statement['kind'], query?: { start: number; end: number }): number {
    const { source, tokens } = this.#piece;
    if (end > start) this.#push(plainStatement(source, tokens, this.#cut(start, end), kind, query));
    return end;
  }

  #push(statement: Statement): void {
    this.statements.push(tellUnknown(statement, this.#dialect));
  }

  #cut(start: number, end: number) {
    return { start, end, path: this.#blocks.path };
  }

  #closeObject(at: number): void {
    if (this.#open === null) return;
    this.#open.object.range.end = this.#piece.tokens[at - 1]?.end ?? this.#piece.source.length;
    this.#open = null;
    this.#blocks.reset();
    this.#variables = this.variables;
  }

  readonly #upper = (at: number) => this.#piece.tokens[at]?.upper ?? '';
}
