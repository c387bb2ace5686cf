'use client';
import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import {
  UNSTABLE_ToastRegion as Region,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components/Toast';
import { Icon } from './icon';

const queue = new ToastQueue<string>({ maxVisibleToasts: 2 });
const SHOWN_MS = 5000;

/** Says the result of the reader's own click that needs no answer ("Link copied"). Never for imports or errors. */
export function showToast(text: string): void {
  queue.add(text, { timeout: SHOWN_MS });
}

/** Where toasts appear; rendered once, by the shell. */
export function ToastRegion() {
  return (
    <Region
      queue={queue}
      className="fixed bottom-12 left-1/2 z-60 flex -translate-x-1/2 flex-col gap-2 outline-none"
    >
      {({ toast }) => (
        <Toast
          toast={toast}
          className="flex min-h-10 animate-rise-in items-center gap-3 rounded-card border border-line bg-surface py-1 pr-1.5 pl-3 text-base text-fg shadow-e2"
        >
          <ToastContent>
            <Text slot="title">{toast.content}</Text>
          </ToastContent>
          <Button
            slot="close"
            aria-label="Dismiss"
            className="flex size-7 items-center justify-center rounded-control text-fg-2 hover:bg-hover pointer-coarse:size-11"
          >
            <Icon icon={X} size={14} />
          </Button>
        </Toast>
      )}
    </Region>
  );
}
