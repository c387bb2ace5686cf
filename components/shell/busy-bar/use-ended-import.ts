'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Import, LockStatus } from '@/lib/imports/contract';
import { importQuery } from '@/lib/imports/queries';

/** The import that was last seen holding the lock here, once it is over; `dismiss` forgets it. */
export function useEndedImport(lock: LockStatus | undefined): { ended: Import | null; dismiss: () => void } {
  const [seen, setSeen] = useState<string | null>(null);
  const holder = lock?.holder?.id ?? null;
  useEffect(() => {
    if (holder !== null) setSeen(holder);
  }, [holder]);
  const isOver = seen !== null && lock !== undefined && holder !== seen;
  const { data } = useQuery({ ...importQuery(seen ?? ''), enabled: isOver });
  const ended = isOver && data?.id === seen && data.finishedAt !== null ? data : null;
  return { ended, dismiss: () => setSeen(null) };
}
