import { type JsonHead, readJsonHead } from './read-json-head';
import type { RowAnswer, RowQuestion } from './row-table';

const ANSWERS_MAX = 6;
const NAMES_SHOWN = 4;

/** Asks which records of a document are meant; the list of all places is in the row of options. */
export function pathQuestion({ paths }: JsonHead, text: string, whole: boolean): RowQuestion[] {
  if (paths.length === 0) return [];
  const answers = paths.slice(0, ANSWERS_MAX).map((path): RowAnswer => {
    const names = [...(readJsonHead(text, whole, path)?.records[0]?.cells.keys() ?? [])];
    const shown = names.slice(0, NAMES_SHOWN).join(', ');
    return {
      id: `path-${path}`,
      label: placeWords(path),
      example: `Columns ${shown}${names.length > NAMES_SHOWN ? ' …' : ''}`,
      follows: path === '' ? 'arrays inside are kept as JSON' : 'nothing else of the document is imported',
      change: { path },
    };
  });
  return [
    {
      id: 'path',
      column: null,
      text: 'The file is one JSON object. Which records in it are meant?',
      answers,
    },
  ];
}

/** Where records are, in words. */
export function placeWords(path: string): string {
  return path === '' ? 'The object itself, one record' : `Records in “${path}”`;
}
