'use client';
import { useEffect, useRef } from 'react';
import { useStoredValue } from '../stored-value';
import { isKey, isSingleKey, isTyping } from './parse-key';

const SEQUENCE_MS = 1200;

/** Whether single-letter keys act; a setting of this browser, on unless switched off. */
export function useSingleKeys(): [boolean, (isOn: boolean) => void] {
  const [stored, setStored] = useStoredValue('headwater.single-keys');
  return [stored !== 'off', (isOn) => setStored(isOn ? null : 'off')];
}

/**
 * Page-wide keys: `{'mod+k': open, 'g i': goToImports}`. Single letters are ignored while typing, while a dialog or a
 * popover is open, and when switched off. A handler that returns false lets the press go on.
 */
export function useShortcuts(shortcuts: Record<string, () => unknown>): void {
  const [areSingleKeysOn] = useSingleKeys();
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const first = useRef<{ key: string; atMs: number } | null>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const quiet = !areSingleKeysOn || isTyping(event.target) || isOverlayOpen();
      for (const [shortcut, run] of Object.entries(latest.current)) {
        const [start, second] = shortcut.split(' ');
        const key = second ?? shortcut;
        if (quiet && isSingleKey(key)) continue;
        if (!isKey(event, key)) continue;
        const began = first.current;
        const isSecond = began !== null && event.timeStamp - began.atMs < SEQUENCE_MS;
        if (
          second !== undefined ? !(isSecond && began.key === start) : isSecond && hasSequence(began.key, key)
        ) {
          continue;
        }
        if (run() === false) continue;
        event.preventDefault();
        first.current = null;
        return;
      }
      first.current =
        quiet || event.key.length !== 1 ? null : { key: event.key.toLowerCase(), atMs: event.timeStamp };
    };
    const hasSequence = (start: string, key: string) => `${start} ${key}` in latest.current;
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [areSingleKeysOn]);
}

function isOverlayOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}
