import type { Statement } from '../statement';
import { isNamePart } from '../tokens/read-name';
import type { Token } from '../tokens/token';
import { foldExpression, type Lookup } from './fold-expression';
import { type Alternatives, either, join, UNKNOWN } from './folded-text';

/** What the variables of a body hold, statement by statement, as far as literals tell. */
export class Variables {
  readonly #values = new Map<string, Alternatives>();

  readonly lookup: Lookup = (variable) => this.#values.get(variable.toLowerCase()) ?? UNKNOWN;

  /** Takes in what a statement assigns; every other way to fill a variable makes it unknown. */
  see({ kind, tokens, path }: Statement): void {
    const [first] = tokens;
    const unmarked = unmarkedAssignment(tokens);
    if (unmarked !== null && (kind === 'assign' || kind === 'other')) {
      this.#assign(unmarked.variable, foldExpression(unmarked.value, this.lookup), path.length > 0);
      return;
    }
    const assigned = new Set<string>();
    const plain = first?.upper === 'SET' || first?.upper === 'DECLARE' || isPlainSelect(tokens);
    if (plain) {
      for (const item of items(tokens.slice(1))) {
        const equals = item.findIndex(({ text }) => text === '=' || text === '+=');
        const [variable] = item;
        if (variable?.kind !== 'variable' || equals === -1) continue;
        const value = foldExpression(item.slice(equals + 1), this.lookup);
        this.#assign(
          variable.text,
          item[equals]?.text === '+=' ? join(this.lookup(variable.text), value) : value,
          path.length > 0,
        );
        assigned.add(variable.text.toLowerCase());
      }
    } else if (kind !== 'condition')
      for (const name of filled(tokens)) this.#values.set(name.toLowerCase(), UNKNOWN);
  }

  #assign(variable: string, value: Alternatives, maybe: boolean): void {
    const key = variable.toLowerCase();
    const before = this.#values.get(key);
    this.#values.set(key, maybe && before !== undefined ? either(before, value) : value);
  }
}

/**
 * `[SET | LET] v = value`, `v [type] := value`, `v type DEFAULT value`, `PREPARE v FROM value`, in dialects whose variables have
 * no mark.
 */
function unmarkedAssignment(
  tokens: readonly Token[],
): { readonly variable: string; readonly value: readonly Token[] } | null {
  const verb = /^(?:SET|LET|DECLARE|PREPARE)$/.test(tokens[0]?.upper ?? '') ? 1 : 0;
  const variable = tokens[verb];
  if (variable === undefined || !isNamePart(variable)) return null;
  const mark = verb === 1 ? /^(?::?=|DEFAULT|FROM)$/ : /^(?::=|DEFAULT)$/;
  const equals = tokens.findIndex(({ upper }) => mark.test(upper));
  return equals <= verb ? null : { variable: variable.text, value: tokens.slice(equals + 1) };
}

/** `SELECT @a = ..., @b = ...` without rows. */
function isPlainSelect(tokens: readonly Token[]): boolean {
  return (
    tokens[0]?.upper === 'SELECT' &&
    tokens[1]?.kind === 'variable' &&
    !tokens.some(({ upper }) => upper === 'FROM')
  );
}

/** Variables that rows, cursors or calls fill: before `=` in a query, after INTO, before OUTPUT. */
function filled(tokens: readonly Token[]): string[] {
  const into = tokens[0]?.upper === 'FETCH' ? tokens.findIndex(({ upper }) => upper === 'INTO') : -1;
  return tokens.flatMap(({ kind, text }, at) => {
    if (kind !== 'variable') return [];
    const next = tokens[at + 1];
    const fills = next?.text === '=' || next?.text === '+=' || /^OUT(?:PUT)?$/.test(next?.upper ?? '');
    return fills || (into !== -1 && at > into) ? [text] : [];
  });
}

/** The pieces between commas outside of parentheses. */
function items(tokens: readonly Token[]): Token[][] {
  const pieces: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    if (token.text === ',' && depth === 0) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}
