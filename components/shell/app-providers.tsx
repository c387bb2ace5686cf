'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { AnnouncerProvider } from '@/components/ui/announcer';
import { ApiProblem, setApiBase } from '@/lib/http/api-fetch';
import { NotificationsProvider } from './busy-bar/notifications-context';
import { ImportDialogProvider } from './import-dialog-context';
import { KeyHintsProvider } from './keys/key-hints-context';
import { SearchProvider } from './search-context';
import { ShellOverlaysProvider } from './shell-overlays';
import { SnapshotProvider } from './snapshot-context';

const RETRIES = 2;

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A problem with a status below 500 will not go away by asking again.
        retry: (failures, error) =>
          failures < RETRIES && !(error instanceof ApiProblem && error.problem.status < 500),
        refetchOnWindowFocus: true,
        // The server may be on a network of its own, so the browser's idea of being online does not matter.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/**
 * Everything a page needs from above. `apiBase`: origin of the API, empty for the same origin. No Suspense around the pages: the answer would
 * begin before a page can redirect or say that there is nothing, and a redirect would take a second in the browser.
 */
export function AppProviders({ apiBase, children }: { apiBase: string; children: ReactNode }) {
  const [client] = useState(() => {
    setApiBase(apiBase);
    return makeQueryClient();
  });
  return (
    <QueryClientProvider client={client}>
      <AnnouncerProvider>
        <SnapshotProvider>
          <ImportDialogProvider>
            <SearchProvider>
              <ShellOverlaysProvider>
                <NotificationsProvider>
                  <KeyHintsProvider>{children}</KeyHintsProvider>
                </NotificationsProvider>
              </ShellOverlaysProvider>
            </SearchProvider>
          </ImportDialogProvider>
        </SnapshotProvider>
      </AnnouncerProvider>
    </QueryClientProvider>
  );
}
