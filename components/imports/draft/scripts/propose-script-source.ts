const LEAST = 3;

/** A name to begin with: that of the only script, what several names begin with, or `Scripts`. Never an empty one. */
export function proposeScriptSource(fileNames: readonly string[]): string {
  const [first = '', ...others] = fileNames.map((name) => name.replace(/\.\w+$/, ''));
  let length = first.length;
  for (const other of others)
    while (!other.toLowerCase().startsWith(first.slice(0, length).toLowerCase())) length--;
  const shared = first.slice(0, length).replace(/[-_. \d]+$/, '');
  return shared.length < LEAST ? 'Scripts' : shared;
}
