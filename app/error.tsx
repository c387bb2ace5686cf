'use client';
import { PageMessage } from '@/components/shell/page-message';
import { Button } from '@/components/ui/button';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <PageMessage
      title="This page could not be shown"
      action={
        <Button variant="primary" onPress={reset}>
          Try again
        </Button>
      }
    >
      The workspace is unchanged.
      {error.digest !== undefined && ` The server's log has the details under ${error.digest}.`}
    </PageMessage>
  );
}
