/** Names from the root of a document inwards, as one text: `data.items`; dots and backslashes of a name get a backslash. */
export function joinPath(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\.]/g, (mark) => `\\${mark}`)).join('.');
}

/** The names of a path as `joinPath` writes it. */
export function splitPath(path: string): string[] {
  const names = [''];
  for (let at = 0; at < path.length; at += 1) {
    const char = path.charAt(at);
    if (char === '.') names.push('');
    else {
      if (char === '\\') at += 1;
      names[names.length - 1] += char === '\\' ? path.charAt(at) : char;
    }
  }
  return names;
}
