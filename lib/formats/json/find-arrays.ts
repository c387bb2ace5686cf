import { joinPath } from './json-path';

/** An array of objects inside of a JSON document: its path, and where its bracket is in the text. */
export type JsonArray = { readonly path: string; readonly at: number };

const ARRAYS_MAX = 20;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are not allowed in JSON text
const STRING = /"(?:[^"\\\u0000-\u001f]|\\.)*"/y;

/** Arrays that begin with an object and stand in objects only, in the beginning of a document; those inside of arrays are parts of records. */
export function findArrays(text: string): JsonArray[] {
  const arrays: JsonArray[] = [];
  const names: string[] = [];
  const seen = new Set<string>();
  /** Open brackets, `[` where no name counts. */
  const open: string[] = [];
  let lists = 0;
  let name = '';
  for (let at = 0; at < text.length && arrays.length < ARRAYS_MAX; at += 1) {
    const char = text.charAt(at);
    if (char === '"') {
      STRING.lastIndex = at;
      const written = STRING.exec(text)?.[0];
      if (written === undefined) return arrays;
      if (lists === 0) name = written;
      at += written.length - 1;
    } else if (char === '{' || char === '[') {
      if (open.length > 0 && lists === 0) names.push(nameOf(name));
      if (char === '[' && open.length > 0 && lists === 0 && /^\s*\{/.test(text.slice(at + 1, at + 200))) {
        const path = joinPath(names);
        if (!seen.has(path)) arrays.push({ path, at });
        seen.add(path);
      }
      if (char === '[') lists += 1;
      open.push(char);
    } else if (char === '}' || char === ']') {
      const closed = open.pop();
      if (closed === '[') lists -= 1;
      if (open.length > 0 && lists === 0) names.pop();
    }
  }
  return arrays;
}

function nameOf(written: string): string {
  try {
    return JSON.parse(written) as string;
  } catch {
    return written.slice(1, -1);
  }
}
