import { CircleCheck, Minus } from 'lucide-react';
import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import type { Evidence } from '@/lib/lineage/contract';
import { importPath } from '@/lib/navigation/import-path';
import { type MethodEvidence, proofPlace } from '../evidence/line-evidence';

type EdgeEvidenceProps = {
  entries: readonly MethodEvidence[];
  /** Opens the SQL text that holds a proof, at its place. */
  onOpenProof: (proof: Evidence) => void;
};

/** One block for each method: every proof with its file, record, line and import, or why there is none. */
export function EdgeEvidence({ entries, onOpenProof }: EdgeEvidenceProps) {
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {entries.map(({ method, name, proofs, absence }) => (
        <li key={method} className="flex items-start gap-2">
          <Icon
            icon={proofs.length > 0 ? CircleCheck : Minus}
            size={14}
            className={`mt-px ${proofs.length > 0 ? 'text-ok' : 'text-fg-3'}`}
          />
          <span className="w-21 shrink-0 font-medium">{name}</span>
          {absence !== undefined && <span className="text-fg-2">{absence}</span>}
          {proofs.length > 0 && (
            <ul className="flex min-w-0 flex-1 flex-col gap-1">
              {proofs.map((proof) => (
                <Proof
                  key={`${proof.origin.import} ${proofPlace(proof)}`}
                  proof={proof}
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

function Proof({ proof, onOpen }: { proof: Evidence; onOpen: () => void }) {
  const place = proofPlace(proof);
  return (
    <li className="flex items-start gap-2">
      <span className="min-w-0 flex-1 break-words">
        {proof.span && proof.object !== null ? (
          <button
            type="button"
            onClick={onOpen}
            className="cursor-default text-left text-accent hover:underline"
          >
            {place}
          </button>
        ) : (
          <span className="text-fg-2">{place}</span>
        )}
      </span>
      <Link
        href={importPath(proof.origin.import)}
        className="shrink-0 text-xs text-fg-3 tabular hover:text-accent hover:underline"
      >
        #{proof.origin.import}
      </Link>
    </li>
  );
}
