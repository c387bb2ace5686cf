import type { Evidence } from '@/lib/lineage/contract';
import { proofLine } from './proof-places';

/** The line of the first proof that stands in a text, as a way there; nothing where none does. */
export function LineLink(props: {
  proofs: readonly Evidence[];
  /** What it proves, for screen readers. */
  name: string;
  onOpen: (proof: Evidence) => void;
}) {
  const { proofs, name, onOpen } = props;
  const proof = proofs.find(({ span, object }) => span !== null && object !== null);
  const line = proof && proofLine(proof);
  if (!proof || line === undefined) return null;
  return (
    <>
      {' · '}
      <button
        type="button"
        aria-label={`Line ${line}, the proof for ${name}`}
        onClick={() => onOpen(proof)}
        className="cursor-default rounded-tag text-accent underline decoration-1 underline-offset-2 pointer-coarse:min-h-11"
      >
        line {line}
      </button>
    </>
  );
}
