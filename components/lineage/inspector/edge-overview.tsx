import { ObjectIcon } from '@/components/ui/object-icon';
import { SchemaSquare } from '@/components/ui/schema-square';
import type { Edge, EdgeKind } from '@/lib/lineage/contract';
import type { SceneNode } from '@/lib/lineage/scene/scene';
import { FocusLink } from '../lineage-links';
import { Section } from './section';

/** What happens along an edge, in words; data flows from the first to the second. */
const MEANING: Record<EdgeKind, (from: string, to: string) => string> = {
  reads: (from, to) => `${to} reads ${from}.`,
  writes: (from, to) => `${from} writes to ${to}.`,
  deletes: (from, to) => `${from} deletes from ${to}.`,
  truncates: (from, to) => `${from} empties ${to}.`,
  calls: (from, to) => `${from} and ${to} are joined by a call.`,
  references: (from, to) => `${to} refers to ${from}.`,
};

/** Both ends of an edge and what it means. */
export function EdgeOverview({
  from,
  to,
  edges,
}: {
  from: SceneNode;
  to: SceneNode;
  edges: readonly Edge[];
}) {
  return (
    <>
      <Section title="Data flows from">
        <End node={from} />
      </Section>
      <Section title="to">
        <End node={to} />
      </Section>
      <Section title={edges.length === 1 ? 'Kind' : 'Kinds'}>
        <ul className="flex flex-col gap-1 text-sm">
          {edges.map(({ id, kind }) => (
            <li key={id}>
              <span className="font-semibold">{kind}</span>{' '}
              <span className="text-fg-2">{MEANING[kind](from.name, to.name)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function End({ node }: { node: SceneNode }) {
  return (
    <p className="flex items-center gap-2 text-sm">
      <ObjectIcon type={node.type} size={14} className="text-fg-2" />
      <FocusLink object={node} className="min-w-0 truncate font-medium">
        {node.name}
      </FocusLink>
      <span className="ml-auto flex shrink-0 items-center gap-1.5 text-xs text-fg-3">
        <SchemaSquare slot={node.slot} />
        {node.schema}
      </span>
    </p>
  );
}
