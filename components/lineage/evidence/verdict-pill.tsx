import { CheckCheck, CircleAlert } from 'lucide-react';
import { Pill } from '@/components/ui/pill';
import { agreement, type MethodEvidence } from './line-evidence';

/** Whether the methods that can see a line agree on it. */
export function VerdictPill({ entries }: { entries: readonly MethodEvidence[] }) {
  const { agree, of } = agreement(entries);
  if (agree >= 2) {
    return (
      <Pill tone="ok" icon={CheckCheck}>
        Confirmed
      </Pill>
    );
  }
  return of > 1 ? (
    <Pill tone="warn" icon={CircleAlert}>
      {agree} of {of} methods
    </Pill>
  ) : (
    <Pill tone="neutral">One method</Pill>
  );
}
