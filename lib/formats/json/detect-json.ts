import { findArrays, type JsonArray } from './find-arrays';
import { isJsonPrefix } from './is-json-prefix';

/**
 * What a text that begins like JSON is. `document`: one object with arrays of objects inside; nobody can know which of them are the records
 * that are meant, or whether it is one record itself (`isOneLine`: then it can be read as one). `problem` goes on after the name of the file.
 */
export type JsonDetection =
  | { kind: 'array' }
  | { kind: 'lines' }
  | { kind: 'document'; arrays: readonly JsonArray[]; isOneLine: boolean }
  | { kind: 'problem'; reason: string };

const LINES_LOOKED_AT = 20;

/** Tells a JSON array, lines of JSON and a document with records inside apart by the head of a text; null when it begins like none. */
export function detectJson(head: string, whole: boolean): JsonDetection | null {
  const text = head.replace(/^\ufeff/, '').trimStart();
  if (text.startsWith('[')) {
    const inside = text.slice(1).trimStart();
    // A CSV may begin with a bracket as well.
    return /^[{[\]"\dtfn-]/.test(inside) || inside === '' ? { kind: 'array' } : null;
  }
  if (!/^\{\s*["}]/.test(text)) return null;
  const [first = '', ...others] = text.split('\n');
  const isOneLine = others.every((line) => line.trim() === '');
  if (!isOneLine && isObject(first)) return { kind: 'lines' };
  // What is left: a document over several lines, or lines of which the first is broken as any other may be.
  const begun = (whole ? [first, ...others] : [first, ...others].slice(0, -1)).slice(0, LINES_LOOKED_AT);
  const isDocument = !isOneLine && isJsonPrefix(begun.join('\n'));
  if (!isOneLine && !isDocument && begun.some(isObject)) return { kind: 'lines' };
  const arrays = findArrays(head);
  if (arrays.length > 0) return { kind: 'document', arrays, isOneLine };
  if (isObject(first) || (isOneLine && !whole)) return { kind: 'lines' };
  return {
    kind: 'problem',
    reason:
      'is one JSON object without an array of objects, and not an array or lines of objects; export its records as an array',
  };
}

function isObject(line: string): boolean {
  try {
    return line.trimStart().startsWith('{') && typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
