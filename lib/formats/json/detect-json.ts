/** What a text that begins like JSON is; `problem` goes on after the name of the file. */
export type JsonDetection = { kind: 'array' | 'lines' } | { kind: 'problem'; reason: string };

/** Tells a JSON array from lines of JSON by the head of a text; null when it begins like neither. */
export function detectJson(head: string, whole: boolean): JsonDetection | null {
  const text = head.replace(/^\ufeff/, '').trimStart();
  if (text.startsWith('[')) {
    const inside = text.slice(1).trimStart();
    // A CSV may begin with a bracket as well.
    return /^[{[\]"\dtfn-]/.test(inside) || inside === '' ? { kind: 'array' } : null;
  }
  if (!/^\{\s*["}]/.test(text)) return null;
  const [first = ''] = text.split('\n', 1);
  if (isObject(first)) return { kind: 'lines' };
  // A first line that is cut, or broken as any other may be: the next ones tell.
  if (!text.includes('\n') && !whole) return { kind: 'lines' };
  if (text.split('\n').slice(1, 20).some(isObject)) return { kind: 'lines' };
  return {
    kind: 'problem',
    reason: 'is one JSON object, and not an array or lines of objects; export its records as an array',
  };
}

function isObject(line: string): boolean {
  try {
    return line.trimStart().startsWith('{') && typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
