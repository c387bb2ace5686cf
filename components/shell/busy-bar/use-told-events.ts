'use client';
import { useEffect, useRef } from 'react';
import { useAnnounce } from '@/components/ui/announcer';
import { formatOrdinal } from '@/lib/format-text/format-ordinal';
import type { Import } from '@/lib/imports/contract';
import type { BarState } from './bar-state';
import { useNotifications } from './notifications-context';
import { progressAnnouncement, type Told } from './progress-announcement';

/** Says to screen readers, and to the reader who asked for it by a notification, what the bar shows. */
export function useToldEvents(state: BarState, ended: Import | null): void {
  const announce = useAnnounce();
  const { watched, watch } = useNotifications();
  const told = useRef<Told>(null);
  const line = state.kind === 'in-line' ? `You are ${formatOrdinal(state.position)} in line` : undefined;
  const ready = state.kind === 'ready' ? `Snapshot ${state.newest} is ready` : undefined;
  const failed = state.kind === 'failed' ? endText(state.import) : undefined;
  const lost = state.kind === 'lost' ? 'Connection lost, trying again' : undefined;

  useEffect(() => {
    if (state.kind !== 'importing') return;
    const next = progressAnnouncement(state.job, told.current, Date.now());
    if (next === null) return;
    told.current = next.told;
    announce(next.text);
  }, [state, announce]);

  useEffect(() => {
    const text = line ?? ready;
    if (text !== undefined) announce(text);
  }, [line, ready, announce]);

  useEffect(() => {
    const text = failed ?? lost;
    if (text !== undefined) announce(text, { isAlert: true });
  }, [failed, lost, announce]);

  useEffect(() => {
    if (ended === null || ended.id !== watched) return;
    watch(null);
    try {
      new Notification(endText(ended), { tag: ended.id });
    } catch {
      // Some phones have no notifications for pages; the bar says it there.
    }
  }, [ended, watched, watch]);
}

/** How an import ended, in one line. */
export function endText(import_: Import): string {
  const number = `#${import_.number}`;
  switch (import_.state) {
    case 'succeeded':
      return `Snapshot ${number} is ready`;
    case 'cancelled':
      return `Import ${number} was cancelled by ${import_.cancelledBy ?? 'somebody'}, nothing was written`;
    case 'interrupted':
      return `Import ${number} was interrupted, nothing was written`;
    default:
      return `Import ${number} failed, nothing was written`;
  }
}
