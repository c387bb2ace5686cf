import { FileWarning } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import type { NotRead } from '@/lib/lineage/contract';
import { notReadSentence } from '@/lib/lineage/coverage/coverage-words';
import { objectName } from '@/lib/navigation/object-name';

type UnreadMarkProps = {
  notRead: NotRead | undefined;
  object: { schema: string; name: string };
  /** The words are part of the accessible name of what holds the mark. */
  isNamed?: boolean;
  className?: string;
};

/** The mark of an object of which something was not read, with the reason for pointers and screen readers. Nothing when all was. */
export function UnreadMark({ notRead, object, isNamed = false, className = '' }: UnreadMarkProps) {
  if (notRead === undefined) return null;
  const reason = notReadSentence(notRead, objectName(object));
  return (
    <span title={reason} className={`flex shrink-0 text-warn ${className}`}>
      <Icon icon={FileWarning} size={14} />
      {!isNamed && <span className="sr-only">{reason}</span>}
    </span>
  );
}
