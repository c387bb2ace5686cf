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
  const paused =
    state.kind === 'importing' && state.isOwn && state.job.pausedUntil !== null ? state.job : undefined;
  const asks = paused && `Import #${paused.number} waits for your answer: the data changed since the dry run`;
  const lost = state.kind === 'lost' ? 'Connection lost, trying again' : undefined;

  useEffect(() => {
    if (state.kind !== 'importing' || state.job.pausedUntil !== null) return;
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
    const text = failed ?? asks ?? lost;
    if (text !== undefined) announce(text, { isAlert: true });
  }, [failed, asks, lost, announce]);

  const asksWatched = paused?.id === watched ? asks : undefined;
  useEffect(() => {
    if (asksWatched !== undefined) notify(asksWatched, 'answer');
  }, [asksWatched]);

  useEffect(() => {
    if (ended === null || ended.id !== watched) return;
    watch(null);
    notify(endText(ended), ended.id);
  }, [ended, watched, watch]);
}

function notify(text: string, tag: string): void {
  try {
    new Notification(text, { tag });
  } catch {
    // Some phones have no notifications for pages; the bar says it there.
  }
}

/** How an import ended, in one line. */
export function endText(import_: Import): string {
  const number = `#${import_.number}`;
  switch (import_.state) {
    case 'succeeded':
      return `Snapshot ${number} is ready`;
    case 'cancelled':
      if (import_.pause?.answer === 'none')
        return `Import ${number} was cancelled, because nobody answered; its files are kept`;
      return `Import ${number} was cancelled by ${import_.cancelledBy ?? 'somebody'}, nothing was written`;
    case 'interrupted':
      return `Import ${number} was interrupted, nothing was written`;
    default:
      return `Import ${number} failed, nothing was written`;
  }
}
