import { ArrowRight } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { Edge, Evidence } from '@/lib/lineage/contract';
import { agreementWords, lineEvidence, type ProofContext } from '../evidence/line-evidence';
import { VerdictPill } from '../evidence/verdict-pill';
import { FocusLink } from '../lineage-links';
import { EdgeEvidence } from './edge-evidence';
import type { Neighbour } from './neighbour-list';

type EvidenceTabProps = {
  edges: readonly Edge[];
  context: ProofContext & { snapshot: number };
  /** The objects at the ends, by id. */
  ends: ReadonlyMap<string, Pick<Neighbour, 'id' | 'database' | 'schema' | 'name' | 'type'>>;
  onOpenProof: (proof: Evidence) => void;
};

/** Every edge of an object with its verdict, its kind and every proof of each method. */
export function EvidenceTab({ edges, context, ends, onOpenProof }: EvidenceTabProps) {
  if (edges.length === 0)
    return <p className="p-4 text-sm text-fg-3">No edges, so there is nothing to prove.</p>;
  const agreed = edges.filter(({ verdict }) => verdict === 'agreed').length;
  return (
    <>
      <p className="border-b border-line px-4 py-2 text-sm text-fg-2">
        {formatCount(agreed)} of {countOf(edges.length, 'edge')} confirmed by two methods or more
      </p>
      <ul>
        {edges.map((edge) => (
          <EdgeItem key={edge.id} edge={edge} context={context} ends={ends} onOpenProof={onOpenProof} />
        ))}
      </ul>
    </>
  );
}

function EdgeItem({ edge, context, ends, onOpenProof }: Omit<EvidenceTabProps, 'edges'> & { edge: Edge }) {
  const [from, to] = [ends.get(edge.from), ends.get(edge.to)];
  const entries = lineEvidence({ edges: [edge] }, from, to, context);
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-3 [contain-intrinsic-size:auto_8rem] [content-visibility:auto]">
      <p className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-sm font-semibold">
        {from && <FocusLink object={from} className="max-w-full truncate" />}
        <Icon icon={ArrowRight} size={12} className="text-fg-3" />
        {to && <FocusLink object={to} className="max-w-full truncate" />}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-fg-3">
        <VerdictPill entries={entries} />
        <span>
          {edge.kind} · {agreementWords(entries)}
        </span>
      </p>
      <EdgeEvidence entries={entries} snapshot={context.snapshot} onOpenProof={onOpenProof} />
    </li>
  );
}
