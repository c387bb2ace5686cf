'use client';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { importKeys } from '@/lib/imports/queries';
import { createImportSession } from './import-session';
import { hasOpenDraft, initialState, type SessionState } from './session-state';
import type { ImportSession } from './session-verbs';

const SessionContext = createContext<ImportSession | null>(null);

/** The import that is being prepared in this tab, and what it shows. */
export function useImportSession(): { session: ImportSession; state: SessionState } {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useImportSession needs an ImportSessionProvider above it.');
  const state = useSyncExternalStore(session.subscribe, session.state, () => initialState);
  return { session, state };
}

/** Keeps the draft and its uploads alive while people move between pages and close the dialog. */
export function ImportSessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [session] = useState(() =>
    createImportSession({
      storage: storage(),
      onServerChange: () => void queries.invalidateQueries({ queryKey: importKeys.all }),
    }),
  );
  useEffect(() => {
    // A draft that cannot be looked up now is looked up at the next load; nothing is lost.
    session.resume().catch(() => undefined);
  }, [session]);
  useEffect(() => warnBeforeLeaving(session), [session]);
  useEffect(() => endDryRunOnLeaving(session), [session]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

function storage(): Storage | undefined {
  try {
    return typeof window === 'undefined' ? undefined : window.localStorage;
  } catch {
    // A browser may forbid storage; the draft then does not survive a reload.
    return undefined;
  }
}

/** Leaving the page stops a running upload, so the browser asks once. */
function warnBeforeLeaving(session: ImportSession): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    const state = session.state();
    const isSending = state.upload?.files.some((file) =>
      ['queued', 'sending', 'retrying'].includes(file.state),
    );
    if (hasOpenDraft(state) && isSending === true) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}

/** Nobody could see its counts any more. */
function endDryRunOnLeaving(session: ImportSession): () => void {
  const end = () => {
    // A server that cannot be told ends it by itself, when nobody asks for it.
    session.endDryRun().catch(() => undefined);
  };
  window.addEventListener('pagehide', end);
  return () => window.removeEventListener('pagehide', end);
}
