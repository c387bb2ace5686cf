'use client';
import { useQuery } from '@tanstack/react-query';
import { Lock, LockOpen } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { formatOrdinal } from '@/lib/format-text/format-ordinal';
import { lockQuery } from '@/lib/imports/queries';
import { firstName, timeLeft } from '../text/import-words';

/** Who imports right now, and when the lock is taken. */
export function LockLine() {
  const { data, isError } = useQuery(lockQuery());
  const holder = data?.holder ?? null;
  if (isError) return <Line icon={Lock}>The server does not answer. Your files stay here.</Line>;
  if (data === undefined) return <Line icon={LockOpen}>The lock is taken only when you press Start.</Line>;
  if (holder === null) {
    return <Line icon={LockOpen}>Nobody is importing now. The lock is taken only when you press Start.</Line>;
  }
  return (
    <Line icon={Lock}>
      {holder.pausedUntil === null
        ? `${firstName(holder.owner.name)} is importing, ${timeLeft(holder.etaSeconds)}.`
        : `The import of ${firstName(holder.owner.name)} waits for an answer.`}{' '}
      You can prepare your files and wait in line ({formatOrdinal(data.waiting.length + 1)}).
    </Line>
  );
}

function Line({ icon, children }: { icon: typeof Lock; children: React.ReactNode }) {
  return (
    <p className="flex min-w-0 items-center gap-2 text-sm text-fg-2">
      <Icon icon={icon} size={14} />
      <span>{children}</span>
    </p>
  );
}
