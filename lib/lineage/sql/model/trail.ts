import { createHash } from 'node:crypto';
import type { CatalogObject } from '../resolve/catalog';
import type { CatalogIndex } from '../resolve/catalog-index';

type Results = readonly (readonly string[])[];
/** What a procedure gives, by its key. */
export type ResultsOf = (key: string) => Results;

/** One thing (an object by database, schema, name and what of it is quoted ...) a definition asked while it was bound, in few characters: they are kept by the ten thousand. */
export type Question =
  | readonly ['object', string | null, string | null, string, (readonly boolean[])?]
  | readonly ['database', string]
  | readonly ['results', string]
  | readonly ['complete'];

/**
 * What binding one definition asked the catalogue and told it. Binding is a function of the definition and the answers: while the
 * answers to `asked` stay `answers`, it would say the same again.
 */
export type Trail = {
  readonly asked: readonly Question[];
  /** Hash of the answers, in the order of the questions. */
  readonly answers: string;
  /** What it made known, in order. */
  readonly adds: readonly CatalogObject[];
};

/** A catalogue that writes down what is asked of it and told to it. */
export type Recorder = { readonly index: CatalogIndex; readonly resultsOf: ResultsOf; trail(): Trail };

/** Puts a recorder before the catalogue. */
export function recordTrail(index: CatalogIndex, resultsOf: ResultsOf): Recorder {
  const asked = new Map<string, { question: Question; answer: string }>();
  const adds: CatalogObject[] = [];
  // What it made known itself is no answer of the catalogue.
  const own = new Set<string>();
  const note = (question: Question, answer: string) => {
    const key = JSON.stringify(question);
    if (!asked.has(key)) asked.set(key, { question, answer });
  };
  return {
    index: {
      get complete() {
        note(['complete'], String(index.complete));
        return index.complete;
      },
      knowsDatabase(name) {
        const knows = index.knowsDatabase(name);
        note(['database', name], String(knows));
        return knows;
      },
      find(wanted, quoted) {
        const found = index.find(wanted, quoted);
        if (own.has(wanted.name.toLowerCase())) return found;
        const { database, schema, name } = wanted;
        const isQuoted = quoted?.includes(true) === true;
        note(
          isQuoted ? ['object', database, schema, name, quoted] : ['object', database, schema, name],
          printOf(found),
        );
        return found;
      },
      add(object) {
        adds.push(object);
        own.add(object.name.toLowerCase());
        index.add(object);
      },
    },
    resultsOf(key) {
      const results = resultsOf(key);
      note(['results', key], JSON.stringify(results));
      return results;
    },
    trail() {
      const all = [...asked.values()];
      return {
        asked: all.map(({ question }) => question),
        answers: hash(all.map(({ answer }) => answer)),
        adds,
      };
    },
  };
}

/** Would the catalogue answer all questions of a trail as it did then? */
export function isStillTrue({ asked, answers }: Trail, index: CatalogIndex, resultsOf: ResultsOf): boolean {
  return hash(asked.map((question) => answerTo(question, index, resultsOf))) === answers;
}

function answerTo(question: Question, index: CatalogIndex, resultsOf: ResultsOf): string {
  switch (question[0]) {
    case 'object': {
      const [, database, schema, name, quoted] = question;
      return printOf(index.find({ database, schema, name }, quoted));
    }
    case 'database':
      return String(index.knowsDatabase(question[1]));
    case 'results':
      return JSON.stringify(resultsOf(question[1]));
    case 'complete':
      return String(index.complete);
  }
}

const prints = new WeakMap<CatalogObject, string>();

/** The same for objects of which the same is known. */
function printOf(object: CatalogObject | null): string {
  if (object === null) return 'none';
  const { database, schema, name, type, columns, synonymOf = null, signature } = object;
  const print =
    prints.get(object) ??
    hash([JSON.stringify([database, schema, name, type, columns, synonymOf, signature])]);
  prints.set(object, print);
  return print;
}

function hash(parts: readonly string[]): string {
  return createHash('md5').update(parts.join('\n')).digest('base64url');
}
