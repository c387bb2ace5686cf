import { useEffect, useEffectEvent } from 'react';

/** Calls back each time something that was closed opens. */
export function useOpened(isOpen: boolean, onOpened: () => void): void {
  const opened = useEffectEvent(onOpened);
  useEffect(() => {
    if (isOpen) opened();
  }, [isOpen]);
}
