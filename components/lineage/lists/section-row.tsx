import { formatCount } from '@/lib/format-text/format-count';
import type { DepthSection } from '@/lib/lineage/scene/depth-sections';
import type { Direction } from '@/lib/lineage/view-state';

type SectionRowProps = {
  section: DepthSection;
  columns: number;
  canDeepen: Record<Direction, boolean>;
  onDeepen: (side: Direction) => void;
};

/** The head of a depth column in the table. */
export function SectionRow({ section, columns, canDeepen, onDeepen }: SectionRowProps) {
  const { title, nodes, hiddenBeyond } = section;
  return (
    <tr className="bg-sunken">
      <th scope="colgroup" colSpan={columns} className="h-8 border-b border-line px-4 text-left font-normal">
        <span className="font-semibold">{title}</span>
        {section.depth !== 0 && <span className="pl-2 text-fg-3 tabular">{formatCount(nodes.length)}</span>}
        {hiddenBeyond && canDeepen[hiddenBeyond.direction] && (
          <button
            type="button"
            onClick={() => onDeepen(hiddenBeyond.direction)}
            className="ml-3 cursor-default rounded-tag font-medium text-accent tabular hover:underline"
          >
            +{formatCount(hiddenBeyond.count)} hidden
          </button>
        )}
      </th>
    </tr>
  );
}
