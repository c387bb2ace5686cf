import { ObjectIcon } from '@/components/ui/object-icon';
import { SchemaSquare } from '@/components/ui/schema-square';
import type { ColumnEdgeKind, EdgeKind } from '@/lib/lineage/contract';
import type { SceneLine, SceneNode } from '@/lib/lineage/scene/scene';
import { lineEndName } from '../evidence/line-words';
import { FocusLink } from '../lineage-links';
import { Section } from './section';

/** What happens along an edge, in words; data flows from the first to the second. */
const MEANING: Record<EdgeKind | ColumnEdgeKind, (from: string, to: string) => string> = {
  direct: (from, to) => `${to} is a copy of ${from}.`,
  expression: (from, to) => `${to} is computed from ${from}.`,
  aggregate: (from, to) => `${to} sums up many rows of ${from}.`,
  window: (from, to) => `${to} is computed over a window of rows of ${from}.`,
  filter: (from, to) => `${from} decides which rows reach ${to}.`,
  join: (from, to) => `${from} decides which rows are joined in ${to}.`,
  reads: (from, to) => `${to} reads ${from}.`,
  writes: (from, to) => `${from} writes to ${to}.`,
  deletes: (from, to) => `${from} deletes from ${to}.`,
  truncates: (from, to) => `${from} empties ${to}.`,
  calls: (from, to) => `${from} and ${to} are joined by a call.`,
  references: (from, to) => `${to} refers to ${from}.`,
};

const seenMeaning = (from: string, to: string) =>
  `A logged statement took rows of ${from} into ${to}. Nothing says that it is a rule.`;

/** Both ends of an edge and what it means. */
export function EdgeOverview({ from, to, drawn }: { from: SceneNode; to: SceneNode; drawn: SceneLine }) {
  const { edges } = drawn;
  const names = [lineEndName(drawn, 'from', from), lineEndName(drawn, 'to', to)] as const;
  return (
    <>
      <Section title="Data flows from">
        <End node={from} column={drawn.columns?.from} />
      </Section>
      <Section title="to">
        <End node={to} column={drawn.columns?.to} />
      </Section>
      <Section title={edges.length === 1 ? 'Kind' : 'Kinds'}>
        <ul className="flex flex-col gap-1 text-sm">
          {edges.map(({ id, kind, verdict }) => (
            <li key={id}>
              <span className="font-semibold">{kind}</span>{' '}
              <span className="text-fg-2">
                {verdict === 'query-log-only' ? seenMeaning(...names) : MEANING[kind](...names)}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function End({ node, column }: { node: SceneNode; column: string | null | undefined }) {
  return (
    <p className="flex items-center gap-2 text-sm">
      <ObjectIcon type={node.type} size={14} className="text-fg-2" />
      <FocusLink object={node} className="min-w-0 truncate font-medium">
        {node.name}
      </FocusLink>
      {column != null && <span className="min-w-0 truncate font-mono text-code">{column}</span>}
      <span className="ml-auto flex shrink-0 items-center gap-1.5 text-xs text-fg-3">
        <SchemaSquare slot={node.slot} />
        {node.schema}
      </span>
    </p>
  );
}
