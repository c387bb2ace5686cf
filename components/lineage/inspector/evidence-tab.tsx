import { ArrowRight } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import type { Edge, Evidence } from '@/lib/lineage/contract';
import { lineEvidence } from '../evidence/line-evidence';
import { VerdictPill } from '../evidence/verdict-pill';
import { FocusLink } from '../lineage-links';
import { EdgeEvidence } from './edge-evidence';
import type { Neighbour } from './neighbour-list';

type EvidenceTabProps = {
  edges: readonly Edge[];
  /** The objects at the ends, by id. */
  ends: ReadonlyMap<string, Pick<Neighbour, 'database' | 'schema' | 'name' | 'type'>>;
  onOpenProof: (proof: Evidence) => void;
};

/** Every edge with its verdict, its kind and one row for each method. */
export function EvidenceTab({ edges, ends, onOpenProof }: EvidenceTabProps) {
  if (edges.length === 0)
    return <p className="p-4 text-sm text-fg-3">No edges, so there is nothing to prove.</p>;
  return (
    <ul>
      {edges.map((edge) => {
        const [from, to] = [ends.get(edge.from), ends.get(edge.to)];
        const entries = lineEvidence({ edges: [edge] }, from, to);
        return (
          <li key={edge.id} className="flex flex-col gap-2 border-b border-line px-4 py-3">
            <p className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-sm font-semibold">
              {from && <FocusLink object={from} className="max-w-full truncate" />}
              <Icon icon={ArrowRight} size={12} className="text-fg-3" />
              {to && <FocusLink object={to} className="max-w-full truncate" />}
            </p>
            <p className="flex items-center gap-2 text-xs text-fg-3">
              <VerdictPill entries={entries} />
              {edge.kind}
            </p>
            <EdgeEvidence entries={entries} onOpenProof={onOpenProof} />
          </li>
        );
      })}
    </ul>
  );
}
