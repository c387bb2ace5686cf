import { Check, CheckCheck } from 'lucide-react';
import { Pill } from '@/components/ui/pill';

/** How many methods agree on the way to the focus. */
export function MethodsPill({ count }: { count: number }) {
  if (count === 0) return null;
  return count >= 2 ? (
    <Pill tone="ok" icon={CheckCheck}>
      {count} methods
    </Pill>
  ) : (
    <Pill tone="neutral" icon={Check}>
      1 method
    </Pill>
  );
}
