import type { Scan, ScannedName } from '../parsed-statement';
import type { NameParts, Statement } from '../statement';
import { pairParens } from '../tokens/pair-parens';
import { isNamePart, readName, unquote } from '../tokens/read-name';
import type { Token } from '../tokens/token';
import { cteNames } from './cte-names';

/**
 * The tables a statement reads and writes and what it calls, told from its tokens alone: the fallback when the parser fails,
 * and the check on what it says. CTEs are left out, aliases stand for their tables, temporary tables are names like others.
 */
export function scanTables(statement: Statement): Scan {
  const scanner = new Scanner(statement);
  scanner.run();
  return scanner.found();
}

const NOT_AN_ALIAS = new Set(
  (
    'ON WHERE INNER LEFT RIGHT FULL CROSS OUTER JOIN NATURAL GROUP ORDER HAVING UNION EXCEPT INTERSECT MINUS SET WITH OPTION ' +
    'FOR WHEN USING OUTPUT SELECT VALUES PIVOT UNPIVOT APPLY TABLESAMPLE AND OR THEN AS FROM INTO MERGE HASH LOOP END ELSE ' +
    'BEGIN IF DEFAULT EXEC EXECUTE LIMIT OFFSET FETCH QUALIFY WINDOW LATERAL RETURNING PARTITION CONNECT START OVERWRITE'
  ).split(' '),
);
const NOT_A_TABLE = new Set([
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'MERGE',
  'VALUES',
  'INTO',
  'LATERAL',
  'ONLY',
  'TABLE',
  'UNNEST',
  'SET',
  'WITH',
  'DUAL',
  'IGNORE',
  'WHERE',
]);
/** `EXTRACT(year FROM d)` reads no table. */
const TAKES_FROM = new Set(['EXTRACT', 'TRIM', 'SUBSTRING', 'OVERLAY', 'POSITION']);
const XML_METHOD = /^(?:nodes|value|query|exist|modify|write)$/i;
const NOT_A_CHANGE = new Set(['THEN', 'FOR', 'OF', 'ON', 'DO', 'KEY', 'BEFORE', 'AFTER', 'OR']);

/** MySQL's words between INSERT and its table. */
const INSERT_OPTION = /^(?:IGNORE|LOW_PRIORITY|HIGH_PRIORITY|DELAYED)$/;
/** `CREATE OR REPLACE TEMPORARY EXTERNAL TABLE` has no more words before the name. */
const CREATE_WORDS = 6;

class Scanner {
  readonly #reads: ScannedName[] = [];
  readonly #writes: ScannedName[] = [];
  /** Where the written names begin: INSERT and INTO lead to the same one. */
  readonly #written = new Set<number>();
  readonly #calls: ScannedName[] = [];
  readonly #tokens: readonly Token[];
  readonly #pairs: Int32Array;
  /** What an alias stands for, and how deep in parentheses: outer ones are what a change can mean. */
  readonly #aliases = new Map<string, { readonly name: NameParts; readonly depth: number }>();
  #depth = 0;
  /** Parentheses that hold the arguments of a function which takes FROM. */
  #notQueryUntil = -1;

  constructor({ tokens, target, call }: Statement) {
    this.#tokens = tokens;
    this.#pairs = pairParens(tokens, () => false);
    if (target !== null) {
      this.#writes.push(target);
      this.#written.add(target.range.start);
    }
    if (call?.name) this.#calls.push({ name: call.name, range: call.nameRange });
  }

  run(): void {
    for (let at = 0; at < this.#tokens.length; at++) {
      const token = this.#tokens[at];
      if (token === undefined) return;
      if (token.text === '(') this.#depth++;
      else if (token.text === ')') this.#depth--;
      if (token.kind === 'word') this.#keyword(at, token.upper);
      if (isNamePart(token) && this.#text(at - 1) !== '.') this.#callAt(at);
    }
  }

  found(): Scan {
    const ctes = cteNames(this.#tokens, this.#pairs);
    const real = ({ name }: ScannedName) => {
      const [only = ''] = name;
      return name.length > 1 || !(ctes.has(only.toLowerCase()) || /^(?:inserted|deleted)$/i.test(only));
    };
    const resolved = (it: ScannedName) => {
      const [only = ''] = it.name;
      const table = it.name.length === 1 ? this.#aliases.get(only.toLowerCase())?.name : undefined;
      return table === undefined ? it : { ...it, name: table };
    };
    return {
      reads: this.#reads.filter(real),
      writes: this.#writes.map(resolved).filter(real),
      calls: this.#calls,
    };
  }

  #keyword(at: number, upper: string): void {
    const before = this.#upper(at - 1);
    const next = this.#upper(at + 1);
    switch (upper) {
      case 'EXTRACT':
      case 'TRIM':
      case 'SUBSTRING':
      case 'OVERLAY':
      case 'POSITION':
        if (TAKES_FROM.has(upper) && next === '(') this.#notQueryUntil = this.#pairs[at + 1] ?? -1;
        return;
      case 'FROM':
        if (before !== 'DISTINCT' && at > this.#notQueryUntil && before !== 'DELETE') this.#sources(at + 1);
        else if (before === 'DELETE') this.#target(at + 1);
        return;
      case 'JOIN':
      case 'STRAIGHT_JOIN':
      case 'APPLY':
        this.#sources(at + 1);
        return;
      case 'USING':
        if (this.#creates && next !== '(') return;
        if (next !== '(' || this.#upper(at + 2) === 'SELECT') this.#sources(at + 1);
        return;
      case 'PIVOT':
      case 'UNPIVOT':
        if (before === '' || before === '(' || before === 'AS') this.#sources(at + 1);
        return;
      case 'INTO':
        if (before !== 'MERGE' && next !== 'NAME') this.#target(at + 1);
        return;
      case 'INSERT':
        if (next === 'OVERWRITE' || INSERT_OPTION.test(next)) this.#target(at + 2);
        else if (before !== 'THEN' && !/^(?:INTO|ALL|FIRST|OR|\()$/.test(next))
          this.#target(this.#pastTop(at + 1));
        return;
      case 'UPDATE':
      case 'DELETE':
        if (!NOT_A_CHANGE.has(before) && next !== '(' && next !== 'FROM') this.#target(this.#pastTop(at + 1));
        return;
      case 'MERGE':
        if (next !== 'JOIN' && before !== 'INNER')
          this.#target(this.#pastTop(next === 'INTO' ? at + 2 : at + 1));
        return;
      case 'MODEL':
        if (/^(?:CREATE|REPLACE)$/.test(before)) this.#target(at + 1);
        return;
      case 'TABLE':
        if (before === 'TRUNCATE' || (this.#creates && at < CREATE_WORDS)) this.#target(at + 1);
        else if (before === 'AS' || at === 0) this.#sources(at + 1);
    }
  }

  /** Tables between commas, with their aliases, from `at` on. */
  #sources(from: number): void {
    for (let at: number | null = from; at !== null; ) at = this.#source(at);
  }

  /** The table at `at`; where the next one of its list begins. */
  #source(from: number): number | null {
    let at = from;
    while (
      /^[({]$/.test(this.#text(at)) ||
      /^(?:LATERAL|ONLY)$/.test(this.#upper(at)) ||
      this.#isOuterJoin(at)
    )
      at++;
    if (this.#upper(at) === 'STREAM' && this.#text(at + 1) === '(') at += 2;
    // `STREAM a.b`, `STREAM read_files(...)`: not a table with an alias.
    else if (this.#upper(at) === 'STREAM' && /^[.(]$/.test(this.#text(at + 2))) at++;
    const first = this.#tokens[at];
    const variable = first?.kind === 'variable' ? { parts: [first.text], next: at + 1 } : null;
    const name = variable ?? readName(this.#tokens, at);
    if (first === undefined || name === null) return null;
    if (first.kind === 'word' && name.parts.length === 1 && NOT_A_TABLE.has(first.upper)) return null;
    let next = this.#pastHint(name.next);
    if (this.#text(next) === '(') next = Math.max(next, this.#pairs[next] ?? -1) + 1;
    else this.#reads.push({ name: name.parts, range: { start: first.start, end: this.#end(name.next - 1) } });
    next = this.#pastHint(this.#alias(next, name.parts));
    if (this.#upper(next) === 'WITH' && this.#text(next + 1) === '(')
      next = (this.#pairs[next + 1] ?? next) + 1;
    next = this.#pastSample(next);
    const comma = this.#text(next) === ',' ? this.#tokens[next + 1] : undefined;
    return comma !== undefined && (isNamePart(comma) || comma.text === '(') ? next + 1 : null;
  }

  #target(at: number): void {
    const first = this.#tokens[at];
    if (first === undefined) return;
    if (first.upper === 'TABLE' || first.upper === 'INTO') {
      this.#target(at + 1);
      return;
    }
    const name =
      first.kind === 'variable' ? { parts: [first.text], next: at + 1 } : readName(this.#tokens, at);
    if (name === null || (first.kind === 'word' && name.parts.length === 1 && NOT_A_TABLE.has(first.upper)))
      return;
    // What is changed at another server is told by its own text.
    if (/^OPEN(?:QUERY|ROWSET|DATASOURCE)$/.test(first.upper) && this.#text(name.next) === '(') return;
    if (this.#written.has(first.start)) return;
    this.#written.add(first.start);
    this.#writes.push({ name: name.parts, range: { start: first.start, end: this.#end(name.next - 1) } });
    this.#alias(name.next, name.parts);
  }

  /** Notes the alias at `at`, if there is one; past it. */
  #alias(at: number, name: NameParts): number {
    const alias = this.#tokens[this.#upper(at) === 'AS' ? at + 1 : at];
    if (alias === undefined || !isNamePart(alias)) return at;
    if (alias.kind === 'word' && NOT_AN_ALIAS.has(alias.upper)) return at;
    const key = unquote(alias).toLowerCase();
    const known = this.#aliases.get(key);
    if (known === undefined || known.depth > this.#depth)
      this.#aliases.set(key, { name, depth: this.#depth });
    return (this.#upper(at) === 'AS' ? at + 1 : at) + 1;
  }

  /** Notes `schema.function(` at `at`. */
  #callAt(at: number): void {
    const name = readName(this.#tokens, at);
    const first = this.#tokens[at];
    if (name === null || first === undefined || name.parts.length < 2 || this.#text(name.next) !== '(')
      return;
    if (first.upper === '$PARTITION' || XML_METHOD.test(name.parts.at(-1) ?? '') || this.#isHint(name.next))
      return;
    const before = this.#upper(at - 1);
    if (['INTO', 'INSERT', 'TABLE', 'REFERENCES', 'MERGE'].includes(before)) return;
    this.#calls.push({ name: name.parts, range: { start: first.start, end: this.#end(name.next - 1) } });
  }

  #pastHint(at: number): number {
    return this.#text(at) === '(' && this.#isHint(at) ? Math.max(at, this.#pairs[at] ?? -1) + 1 : at;
  }

  /** `(NOLOCK)` behind a table. */
  #isHint(open: number): boolean {
    return /^(?:NOLOCK|READPAST|UPDLOCK|HOLDLOCK|ROWLOCK|TABLOCKX?|READUNCOMMITTED)$/.test(
      this.#upper(open + 1),
    );
  }

  /** ODBC: `FROM {oj a LEFT OUTER JOIN b ...}`. */
  #isOuterJoin(at: number): boolean {
    return this.#upper(at) === 'OJ' && this.#text(at - 1) === '{';
  }

  /** Past `TABLESAMPLE [SYSTEM] (10 PERCENT) [REPEATABLE (1)]`. */
  #pastSample(at: number): number {
    if (!/^(?:TABLESAMPLE|REPEATABLE)$/.test(this.#upper(at))) return at;
    const open = this.#text(at + 1) === '(' ? at + 1 : at + 2;
    return this.#pastSample(Math.max(open, this.#pairs[open] ?? -1) + 1);
  }

  #pastTop(at: number): number {
    if (this.#upper(at) !== 'TOP') return at;
    const end = this.#text(at + 1) === '(' ? (this.#pairs[at + 1] ?? at + 1) + 1 : at + 2;
    const after = this.#upper(end) === 'PERCENT' ? end + 1 : end;
    return ['INTO', 'FROM'].includes(this.#upper(after)) ? after + 1 : after;
  }

  get #creates(): boolean {
    return this.#upper(0) === 'CREATE';
  }

  readonly #upper = (at: number) => this.#tokens[at]?.upper ?? '';
  readonly #text = (at: number) => this.#tokens[at]?.text ?? '';
  readonly #end = (at: number) => this.#tokens[at]?.end ?? 0;
}
