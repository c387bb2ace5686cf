import { useEffect, useState } from 'react';
import { currentFocusStep, numberEntry } from '@/components/shell/focus-step';

/** The furthest step of this visit; entries after it are gone once another focus is chosen. */
let last = -1;

/**
 * Whether there is a focus to go back or forward to. Every focus gets a number in the browser's history entry, so that
 * the browser's own buttons and ours agree.
 */
export function useFocusHistory(focus: string | undefined): { canGoBack: boolean; canGoForward: boolean } {
  const [step, setStep] = useState(0);
  useEffect(() => {
    if (focus === undefined) return;
    const number = () => {
      let now = currentFocusStep();
      if (now === undefined) {
        now = ++last;
        numberEntry(now);
      }
      last = Math.max(last, now);
      setStep(now);
    };
    // The router writes its own entry first.
    const timer = window.setTimeout(number);
    window.addEventListener('popstate', number);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('popstate', number);
    };
  }, [focus]);
  return { canGoBack: step > 0, canGoForward: step < last };
}
