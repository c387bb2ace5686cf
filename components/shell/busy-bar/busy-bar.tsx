'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { SNAPSHOTS_KEY } from '@/lib/catalog/queries';
import { useOwnImports } from '../own-imports';
import { useSnapshot } from '../snapshot-context';
import { useLock } from '../use-lock';
import { useNow } from '../use-now';
import { focusPageTitle } from '../use-title-focus';
import { barState } from './bar-state';
import { ImportingBar } from './importing-bar';
import { LeaveLineDialog } from './leave-line-dialog';
import { FailedBar, InLineBar, LostBar, PausedBar, ReadyBar } from './other-bars';
import { useEndedImport } from './use-ended-import';
import { useToldEvents } from './use-told-events';

/** The one bar under the top bar: who imports, your place in line, a new snapshot, a failure, a lost connection. */
export function BusyBar() {
  const now = useNow(1000)?.getTime() ?? 0;
  const { lock, isLost, retryAt, retryNow } = useLock(now);
  const { snapshot, newest, switchTo } = useSnapshot();
  const { isOwn } = useOwnImports();
  const { ended, dismiss } = useEndedImport(lock);
  const [leaving, setLeaving] = useState<string | null>(null);
  const [newestAtLoad, setNewestAtLoad] = useState<number | null>();
  if (newestAtLoad === undefined && newest !== undefined) setNewestAtLoad(newest);
  const client = useQueryClient();
  const state = barState({ lock, isLost, ended, snapshot, newestAtLoad, isOwn });
  useToldEvents(state, ended);

  useEffect(() => {
    if (newest !== undefined) void client.invalidateQueries({ queryKey: SNAPSHOTS_KEY });
  }, [newest, client]);

  const bar = () => {
    switch (state.kind) {
      case 'none':
        return null;
      case 'lost': {
        const secondsToRetry = Math.max(1, Math.ceil((retryAt - now) / 1000));
        return <LostBar hasImport={state.hasImport} secondsToRetry={secondsToRetry} onRetry={retryNow} />;
      }
      case 'failed':
        return <FailedBar import={state.import} onDismiss={dismiss} />;
      case 'in-line':
        return (
          <InLineBar
            position={state.position}
            etaSeconds={state.etaSeconds}
            onLeave={() => setLeaving(state.id)}
          />
        );
      case 'importing':
        if (state.job.pausedUntil !== null)
          return <PausedBar job={state.job} isOwn={state.isOwn} until={state.job.pausedUntil} />;
        return <ImportingBar job={state.job} isOwn={state.isOwn} waiting={state.waiting} />;
      case 'ready':
        return (
          <ReadyBar
            newest={state.newest}
            snapshot={state.snapshot}
            onSwitch={() => {
              switchTo(state.newest);
              focusPageTitle();
            }}
          />
        );
    }
  };
  return (
    <>
      {bar()}
      <LeaveLineDialog id={leaving} onClose={() => setLeaving(null)} />
    </>
  );
}
