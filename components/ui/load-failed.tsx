import type { ReactNode } from 'react';
import { Button } from './button';
import { MessageBlock } from './message-block';

type LoadFailedProps = {
  title?: string;
  /** What still works, or why it failed. */
  children: ReactNode;
  onRetry: () => unknown;
  className?: string;
};

/** Something could not be loaded: what still works, and a button to try again. */
export function LoadFailed({ title = 'Could not load', children, onRetry, className = '' }: LoadFailedProps) {
  const retry = (
    <Button variant="link" size={28} onPress={() => void onRetry()}>
      Try again
    </Button>
  );
  return (
    <MessageBlock tone="danger" title={title} className={className} action={retry}>
      {children}
    </MessageBlock>
  );
}
