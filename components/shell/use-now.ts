import { useEffect, useState } from 'react';

/** The time, renewed every `everyMs` while the page is visible. Undefined while the server renders. */
export function useNow(everyMs = 30_000): Date | undefined {
  const [now, setNow] = useState<Date>();
  useEffect(() => {
    const tick = () => document.visibilityState === 'visible' && setNow(new Date());
    setNow(new Date());
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everyMs]);
  return now;
}
