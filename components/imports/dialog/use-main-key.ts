import { useEffect, useEffectEvent } from 'react';

/** Ctrl Enter (or ⌘ Enter) presses the main button of a dialog; null while it is not enabled. */
export function useMainKey(action: (() => void) | null): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || action === null) return;
    // A question on top of the dialog answers to its own keys.
    if (document.querySelector('[role="alertdialog"]') !== null) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
