import Link from 'next/link';
import { useState } from 'react';
import type { Evidence } from '@/lib/lineage/contract';
import { importPath } from '@/lib/navigation/import-path';
import { confidenceWords } from '../evidence/confidence-words';
import { proofPlace } from '../evidence/line-evidence';
import { LoggedProof } from './logged-proof';
import { ProofOrigin } from './proof-origin';

type ProofProps = {
  proof: Evidence;
  /** Who says so, in plain words. */
  says: string;
  snapshot: number;
  /** Opens the SQL text that holds it. */
  onOpen: () => void;
};

/** One proof: its place, how sure it is, its import. One with lines opens the SQL there, a logged statement its text, any other tells of its file. */
export function Proof({ proof, says, snapshot, onOpen }: ProofProps) {
  const [isOpen, setOpen] = useState(false);
  const hasText = proof.span !== null && proof.object !== null;
  return (
    <li className="flex flex-col gap-1">
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1 break-words">
          <button
            type="button"
            title={titleOf(proof, hasText)}
            {...(hasText ? {} : { 'aria-expanded': isOpen })}
            onClick={hasText ? onOpen : () => setOpen(!isOpen)}
            className="cursor-default rounded-tag text-left text-accent hover:underline"
          >
            {proofPlace(proof)}
          </button>{' '}
          <span
            title={`Confidence ${proof.confidence} of 1`}
            className="text-xs whitespace-nowrap text-fg-3 tabular"
          >
            {confidenceWords(proof.confidence)} ({proof.confidence})
          </span>
        </span>
        <Link
          href={importPath(proof.origin.import)}
          className="shrink-0 rounded-tag text-xs text-fg-3 tabular hover:text-accent hover:underline"
        >
          #{proof.origin.import}
        </Link>
      </span>
      {isOpen &&
        (proof.logged === undefined ? (
          <ProofOrigin proof={proof} says={says} onOpenSql={onOpen} />
        ) : (
          <LoggedProof id={proof.logged} source={proof.origin.source} snapshot={snapshot} />
        ))}
    </li>
  );
}

function titleOf({ logged }: Evidence, hasText: boolean): string {
  if (hasText) return 'Open the SQL at these lines';
  return logged === undefined ? 'Where this comes from' : 'Show the logged statement';
}
