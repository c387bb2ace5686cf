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
  return of > 1 ? (
    <Pill tone="warn" icon={CircleAlert}>
      {words}
    </Pill>
  ) : (
    <Pill tone="neutral">{words}</Pill>
  );
}
