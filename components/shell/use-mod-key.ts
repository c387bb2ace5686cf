import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** How the command key is written here: "⌘" on Apple systems, else "Ctrl ". */
export function useModKey(): '⌘' | 'Ctrl ' {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl '),
    () => 'Ctrl ',
  );
}
