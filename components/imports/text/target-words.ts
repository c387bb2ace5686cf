import type { Import } from '@/lib/imports/contract';
import { shownDataset } from '@/lib/navigation/dataset-path';

/** What an import changes: `replaces Sales`, `into staff and 2 more`, `fixes rejects of #39`, `rolls back #42`; empty when it is not known. */
export function targetWords(
  import_: Pick<Import, 'kind' | 'rollsBack' | 'mode' | 'source' | 'files' | 'choices'> & {
    parent?: number | null;
  },
): string {
  const { kind, rollsBack, mode, source, choices, parent = null } = import_;
  if (kind === 'rollback') return `rolls back #${rollsBack}`;
  if (parent !== null) return `fixes rejects of #${parent}`;
  const names = Object.keys(choices.datasets ?? {}).map(shownDataset);
  const [first, ...more] = names;
  const rows =
    first === undefined ? '' : `into ${first}${more.length === 0 ? '' : ` and ${more.length} more`}`;
  if (isRowsOnly(import_) || source === null) return rows;
  const catalog = `${mode === 'merge' ? 'added to' : 'replaces'} ${source.name}`;
  return rows === '' ? catalog : `${catalog}, ${rows}`;
}

/** Roles are known after the check; before it, what was chosen tells. */
function isRowsOnly({ files, choices }: Pick<Import, 'files' | 'choices'>): boolean {
  if (files.some((file) => file.role !== null)) return files.every((file) => file.role === 'rows');
  const chosen = choices.formats?.filter((format) => format.kind === 'rows').length ?? 0;
  return files.length > 0 && chosen >= files.length;
}
