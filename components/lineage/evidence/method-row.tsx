import { CircleCheck, Minus } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import type { MethodEvidence } from './line-evidence';
import { proofPlace } from './line-evidence';

/** One method in one line: mark, name, the first place that says so and how many more there are. */
export function MethodRow({ entry }: { entry: MethodEvidence }) {
  const { name, proofs, absence } = entry;
  const [first, ...more] = proofs;
  return (
    <p className="flex min-w-0 items-start gap-2 text-sm">
      <Icon
        icon={first ? CircleCheck : Minus}
        size={14}
        className={first ? 'mt-px text-ok' : 'mt-px text-fg-3'}
      />
      <span className="w-21 shrink-0 font-medium">{name}</span>
      <span className="min-w-0 break-words text-fg-2">
        {first ? proofPlace(first) : absence}
        {more.length > 0 && ` and ${more.length} more`}
      </span>
    </p>
  );
}
