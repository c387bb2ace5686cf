'use client';
import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from 'react';

type Notifications = {
  /** Id of the import whose end is told. */
  watched: string | null;
  watch: (importId: string | null) => void;
  /** False where the browser has none, for example on an address without https. */
  isSupported: boolean;
};

const NotificationsContext = createContext<Notifications | null>(null);

/** Which import the reader wants to hear of. */
export function useNotifications(): Notifications {
  const state = useContext(NotificationsContext);
  if (state === null) throw new Error('useNotifications needs NotificationsProvider');
  return state;
}

export function NotificationsProvider({ children }: { children: ReactNode }) {
  const [watched, watch] = useState<string | null>(null);
  const isSupported = useSyncExternalStore(
    () => () => undefined,
    () => 'Notification' in window && window.isSecureContext,
    () => false,
  );
  const state = useMemo(() => ({ watched, watch, isSupported }), [watched, isSupported]);
  return <NotificationsContext value={state}>{children}</NotificationsContext>;
}
