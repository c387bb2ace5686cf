import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ObjectIcon } from '@/components/ui/object-icon';
import { SchemaSquare } from '@/components/ui/schema-square';
import type { ObjectSummary } from '@/lib/catalog/contract';
import { formatCount } from '@/lib/format-text/format-count';
import type { NotRead } from '@/lib/lineage/contract';
import { UnreadMark } from '../evidence/unread-mark';
import { FocusLink } from '../lineage-links';
import { Section } from './section';

export type Neighbour = ObjectSummary;

/** So many at first; a hub has hundreds. */
const FIRST = 8;

type NeighbourListProps = {
  title: string;
  none: string;
  /** Ids of the neighbours; several edges to the same one count once. */
  ids: readonly string[];
  neighbours: readonly Neighbour[];
  /** Those that were not fully read. */
  notRead: readonly NotRead[];
};

/** Direct neighbours on one side, each with its type and schema, as links. */
export function NeighbourList({ title, none, ids, neighbours, notRead }: NeighbourListProps) {
  const [showsAll, setShowsAll] = useState(false);
  const wanted = new Set(ids);
  const all = neighbours.filter(({ id }) => wanted.has(id));
  const shown = showsAll ? all : all.slice(0, FIRST);
  return (
    <Section title={`${title} · ${formatCount(all.length)}`}>
      {all.length === 0 && <p className="text-sm text-fg-3">{none}</p>}
      <ul className="flex flex-col">
        {shown.map((object) => (
          <li key={object.id} className="flex h-7 items-center gap-2 text-sm pointer-coarse:h-11">
            <ObjectIcon type={object.type} size={14} className="text-fg-2" />
            <FocusLink object={object} className="min-w-0 truncate font-medium">
              {object.name}
            </FocusLink>
            <UnreadMark notRead={notRead.find(({ node }) => node === object.id)} object={object} />
            <span className="ml-auto flex shrink-0 items-center gap-1.5 text-xs text-fg-3">
              <SchemaSquare slot={object.slot} />
              {object.schema}
            </span>
          </li>
        ))}
      </ul>
      {all.length > FIRST && (
        <Button variant="link" size={24} className="-ml-1" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? `Show the first ${FIRST}` : `Show all ${formatCount(all.length)}`}
        </Button>
      )}
    </Section>
  );
}
