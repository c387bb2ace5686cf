'use client';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Announce = (text: string, options?: { isAlert?: boolean }) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/**
 * Says something to screen readers: politely, or at once with `isAlert` (failures, questions that stop an import, a
 * lost session). Saying the same text again is heard again.
 */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** The one polite and the one assertive live region of the page; the attribute keeps them heard while a dialog is open. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState({ text: '', turn: 0 });
  const [alert, setAlert] = useState({ text: '', turn: 0 });
  const announce = useCallback<Announce>((text, options) => {
    const next = (was: { turn: number }) => ({ text, turn: was.turn + 1 });
    if (options?.isAlert === true) setAlert(next);
    else setPolite(next);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div aria-live="polite" data-live-announcer="true" className="sr-only">
        <span key={polite.turn}>{polite.text}</span>
      </div>
      <div aria-live="assertive" data-live-announcer="true" className="sr-only">
        <span key={alert.turn}>{alert.text}</span>
      </div>
    </AnnounceContext>
  );
}
