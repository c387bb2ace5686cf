import { CircleX } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { countOf } from '@/lib/format-text/format-count';
import type { Refusal } from '../draft/take-files';

/** Files of the last choosing that were not taken, each with its reason. */
export function RefusedFiles({ refused }: { refused: readonly Refusal[] }) {
  if (refused.length === 0) return null;
  return (
    <div className="rounded-card bg-danger-tint px-3 py-2 text-sm">
      <p className="flex items-center gap-2 font-semibold text-danger">
        <Icon icon={CircleX} size={14} />
        {countOf(refused.length, 'file was', 'files were')} not taken
      </p>
      <ul className="mt-1 max-h-28 overflow-auto pl-5.5 text-fg-2">
        {refused.map(({ name, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat and the list never moves
          <li key={index} className="break-words">
            <span className="font-medium text-fg">{name}</span>: {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
