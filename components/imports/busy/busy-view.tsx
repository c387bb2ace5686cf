'use client';
import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useNow } from '@/components/shell/use-now';
import { Icon } from '@/components/ui/icon';
import type { CurrentJob } from '@/lib/imports/contract';
import { importQuery, lockQuery } from '@/lib/imports/queries';
import { HolderCard } from './holder-card';
import { LineAfterChoice } from './line-after-choice';
import { NotifyChoice } from './notify-choice';

type BusyViewProps = {
  refusedBy: CurrentJob;
  files: number;
  /** The import that would wait. */
  importId: string | undefined;
  /** Its counts were seen, and hold for what was chosen. */
  hasDryRun: boolean;
};

/** Who holds the lock, how long still, and the place in line that is offered. */
export function BusyView({ refusedBy, files, importId, hasDryRun }: BusyViewProps) {
  const lock = useQuery(lockQuery()).data;
  const holder = lock?.holder ?? refusedBy;
  const running = useQuery(importQuery(holder.id)).data;
  const now = useNow(1000);
  const isFree = lock !== undefined && lock.holder === null;
  return (
    <div className="flex flex-col gap-4 px-5 pb-5 sm:px-6">
      <p className="text-base text-fg-2">
        {isFree ? 'The lock is free now. ' : 'One import at a time keeps every snapshot whole. '}Yours is
        ready and kept.
      </p>
      {!isFree && <HolderCard holder={holder} running={running} now={now} />}
      <LineAfterChoice holder={isFree ? null : holder} waiting={lock?.waiting ?? []} files={files} />
      <p className="flex gap-2.5 rounded-card bg-accent-tint px-3 py-2.5 text-sm">
        <Icon icon={ShieldCheck} size={16} className="mt-px text-accent" />
        Files and choices are kept for 7 days. If you wait, your import starts by itself when its turn comes,
        also when this tab is closed.
        {hasDryRun &&
          ` If #${holder.number} changes what your dry run counted, it is made again, and where it differs you are asked before anything is written.`}
      </p>
      {importId !== undefined && <NotifyChoice importId={importId} />}
    </div>
  );
}
