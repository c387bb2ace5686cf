import type { Import } from '@/lib/imports/contract';

const PARTS = [
  { key: 'added', sign: '+', look: 'text-add', word: 'added' },
  { key: 'removed', sign: '−', look: 'text-del', word: 'removed' },
  { key: 'changed', sign: '~', look: 'text-chg', word: 'changed' },
] as const;

/** What an import changed in the lineage, objects and edges together; the tooltip says each. */
export function LineageCounts({ import: import_ }: { import: Import }) {
  const lineage = import_.receipt?.lineage;
  if (!lineage) return null;
  const { objects, edges } = lineage;
  const shown = PARTS.filter(({ key }) => objects[key] + edges[key] > 0);
  if (shown.length === 0) return <span className="text-fg-2">none</span>;
  return (
    <span className="flex gap-2 font-semibold tabular">
      {shown.map(({ key, sign, look, word }) => {
        const text = `${objects[key].toLocaleString('en-US')} objects and ${edges[key].toLocaleString('en-US')} edges ${word}`;
        return (
          <span key={key} className={look} title={text}>
            <span aria-hidden="true">
              {sign}
              {(objects[key] + edges[key]).toLocaleString('en-US')}
            </span>
            <span className="sr-only">{text}</span>
          </span>
        );
      })}
    </span>
  );
}
