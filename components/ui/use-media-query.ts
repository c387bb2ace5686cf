import { useCallback, useSyncExternalStore } from 'react';

/** From 900 px: panes stand side by side. */
export const WIDE = '(min-width: 56.25rem)';
/** Below 600 px: a phone. */
export const PHONE = '(max-width: 37.49rem)';

/** Whether a media query holds; undefined while the server renders. */
export function useMediaQuery(query: string): boolean | undefined {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore<boolean | undefined>(
    subscribe,
    () => window.matchMedia(query).matches,
    () => undefined,
  );
}
