import { CheckCheck, CircleAlert } from 'lucide-react';
import { Pill } from '@/components/ui/pill';
import { agreement, type MethodEvidence, verdictWords } from './line-evidence';

/** Whether the methods that can see a line agree on it, or which is the only one that says so. */
export function VerdictPill({ entries }: { entries: readonly MethodEvidence[] }) {
  const { agree, of } = agreement(entries);
  const words = verdictWords(entries);
  if (agree >= 2) {
    return (
      <Pill tone="ok" icon={CheckCheck}>
        {words}
      </Pill>
    );
  }
  // What was seen once is no rule, also where no other method could tell.
  const isSeenOnly = entries.some(({ method, proofs }) => method === 'query-log' && proofs.length > 0);
  return of > 1 || isSeenOnly ? (
    <Pill tone="warn" icon={CircleAlert}>
      {words}
    </Pill>
  ) : (
    <Pill tone="neutral">{words}</Pill>
  );
}
