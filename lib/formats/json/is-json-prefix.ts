// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are not allowed in JSON text
const TOKEN = /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\.)*"|-?\d[\d.eE+-]*|true|false|null))/y;

type Wanted = 'value' | 'value or end' | 'name' | 'name or end' | ':' | ', or end';

/** Whether a text is one JSON object or array, or the beginning of one that is cut between two tokens; nothing may stand after it. */
export function isJsonPrefix(text: string): boolean {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    const [token, mark, scalar] = TOKEN.exec(text) ?? [];
    if (token === undefined || (at > 0 && open.length === 0)) return false;
    const isValue = wanted === 'value' || wanted === 'value or end';
    if (scalar !== undefined) {
      if (isValue) wanted = ', or end';
      else if (wanted.startsWith('name') && scalar.startsWith('"')) wanted = ':';
      else return false;
    } else if (mark === '{' || mark === '[') {
      if (!isValue) return false;
      open.push(mark);
      wanted = mark === '{' ? 'name or end' : 'value or end';
    } else if (mark === '}' || mark === ']') {
      if (!wanted.endsWith('end') || open.pop() !== (mark === '}' ? '{' : '[')) return false;
      wanted = ', or end';
    } else if (mark === ',') {
      if (wanted !== ', or end') return false;
      wanted = open.at(-1) === '{' ? 'name' : 'value';
    } else {
      if (wanted !== ':') return false;
      wanted = 'value';
    }
  }
  return true;
}
