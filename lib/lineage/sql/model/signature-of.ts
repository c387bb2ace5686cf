import type { Body } from '../ir/body';
import type { Signature } from '../resolve/catalog';

/** What a procedure shares with its callers; null when that is nothing. */
export function signatureOf({ parameters, statements }: Body): Signature | null {
  const made = new Set<string>();
  const used = new Map<string, { name: string; changes: boolean }>();
  for (const { kind, target, tree, scan } of statements) {
    if (kind === 'create-table' && target !== null) made.add(target.at(-1)?.toLowerCase() ?? '');
    if (tree?.kind === 'select' && tree.into !== null) made.add(tree.into.parts.at(-1)?.toLowerCase() ?? '');
    if (tree?.kind === 'create') made.add(tree.name.parts.at(-1)?.toLowerCase() ?? '');
    for (const list of [scan.reads, scan.writes]) {
      for (const { name: parts } of list) {
        const name = parts.at(-1)?.toLowerCase() ?? '';
        if (!/^#[^#]/.test(name)) continue;
        const changes = used.get(name)?.changes === true || list === scan.writes;
        used.set(name, { name, changes });
      }
    }
  }
  const borrows = [...used.values()].filter(({ name }) => !made.has(name));
  return parameters.length + borrows.length === 0 ? null : { parameters, borrows };
}
