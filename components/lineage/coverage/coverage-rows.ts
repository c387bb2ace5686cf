import type { CoverageItem, Diagnostic } from '@/lib/lineage/contract';

export type CoverageRow =
  | { kind: 'object'; key: string; item: CoverageItem }
  | { kind: 'diagnostic'; key: string; item: CoverageItem; diagnostic: Diagnostic; isFirstOfCode: boolean }
  | { kind: 'more'; key: string; item: CoverageItem; hidden: number };

/** So many diagnostics show without asking. */
export const DIAGNOSTICS_SHOWN = 3;

export const itemKey = ({ source, object }: CoverageItem): string => `${object.id} ${source}`;

/** The rows of the list: each definition, under it what was met in it; more than a few wait until they are asked for. */
export function coverageRows(items: readonly CoverageItem[], opened: ReadonlySet<string>): CoverageRow[] {
  return items.flatMap((item): CoverageRow[] => {
    const key = itemKey(item);
    const isShort = item.diagnostics.length <= DIAGNOSTICS_SHOWN + 1 || opened.has(key);
    const shown = isShort ? item.diagnostics : item.diagnostics.slice(0, DIAGNOSTICS_SHOWN);
    const hidden = item.diagnostics.length - shown.length;
    return [
      { kind: 'object', key, item },
      ...shown.map((diagnostic, index): CoverageRow => {
        const isFirstOfCode = shown.findIndex(({ code }) => code === diagnostic.code) === index;
        return { kind: 'diagnostic', key: `${key} ${index}`, item, diagnostic, isFirstOfCode };
      }),
      ...(hidden > 0 ? [{ kind: 'more', key: `${key} more`, item, hidden } as const] : []),
    ];
  });
}
