import { CircleCheck, Minus } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import type { Evidence } from '@/lib/lineage/contract';
import type { MethodEvidence } from '../evidence/line-evidence';
import { Proof } from './proof';

type EdgeEvidenceProps = {
  entries: readonly MethodEvidence[];
  snapshot: number;
  /** Opens the SQL text that holds a proof, at its place. */
  onOpenProof: (proof: Evidence) => void;
};

/** One block for each method: every proof with its file, record, line and import, or why there is none. */
export function EdgeEvidence({ entries, snapshot, onOpenProof }: EdgeEvidenceProps) {
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {entries.map(({ method, name, says, proofs, absence }) => (
        <li key={method} className="flex items-start gap-2">
          <Icon
            icon={proofs.length > 0 ? CircleCheck : Minus}
            size={14}
            className={`mt-px ${proofs.length > 0 ? 'text-ok' : 'text-fg-3'}`}
          />
          <span className="w-21 shrink-0 font-medium" title={says}>
            {name}
          </span>
          {absence !== undefined && <span className="text-fg-2">{absence}</span>}
          {proofs.length > 0 && (
            <ul className="flex min-w-0 flex-1 flex-col gap-1">
              {proofs.map((proof) => (
                <Proof
                  key={proofKey(proof)}
                  proof={proof}
                  says={says}
                  snapshot={snapshot}
                  onOpen={() => onOpenProof(proof)}
                />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function proofKey({ origin, object, span, logged }: Evidence): string {
  const { import: number, source, file, record } = origin;
  return JSON.stringify([number, source, file, record, object, span, logged]);
}
