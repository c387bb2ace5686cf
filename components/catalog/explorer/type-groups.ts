import { Braces, Eye, File, type LucideIcon, Table2 } from 'lucide-react';
import type { ObjectType } from '@/lib/lineage/contract';

export type TypeGroup = { label: string; icon: LucideIcon; types: readonly ObjectType[] };

/** The four type switches; together they hold every type. */
export const TYPE_GROUPS: readonly TypeGroup[] = [
  { label: 'Tables', icon: Table2, types: ['table'] },
  { label: 'Views', icon: Eye, types: ['view'] },
  { label: 'Procedures and functions', icon: Braces, types: ['procedure', 'function', 'trigger'] },
  { label: 'Files and others', icon: File, types: ['dataset', 'file', 'script', 'synonym', 'other'] },
];

/** The `type` filter for the chosen switches; undefined when none is chosen, which means all. */
export function typeFilter(chosen: ReadonlySet<string>): string | undefined {
  const types = TYPE_GROUPS.filter((group) => chosen.has(group.label)).flatMap((group) => group.types);
  return types.length === 0 ? undefined : types.join(',');
}
