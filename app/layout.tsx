import '@fontsource-variable/jetbrains-mono/wght.css';
import './fonts.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { ImportDialog } from '@/components/imports/dialog/import-dialog';
import { DraftBar } from '@/components/imports/draft-bar';
import { ImportSessionProvider } from '@/components/imports/session/use-import-session';
import { SearchPalette } from '@/components/search/search-palette';
import { AppProviders } from '@/components/shell/app-providers';
import { Shell } from '@/components/shell/shell';
import { settings } from '@/lib/config/read-settings';
import { workspaceName } from '@/lib/navigation/workspace-name';

export const metadata: Metadata = {
  title: { default: 'Headwater', template: '%s · Headwater' },
  description: 'A shared lineage workspace for a data team.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const theme = (await cookies()).get('headwater-theme')?.value;
  const chosen = theme === 'light' || theme === 'dark' ? theme : undefined;
  return (
    <html lang="en" data-theme={chosen} suppressHydrationWarning>
      <head>
        {/* React Aria adds one style element; it finds its nonce here. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <AppProviders apiBase={settings().NEXT_PUBLIC_API_URL}>
          <ImportSessionProvider>
            <Shell
              workspaceName={workspaceName(settings().WORKSPACE_DIR)}
              bars={<DraftBar />}
              overlays={
                <>
                  <SearchPalette />
                  <ImportDialog />
                </>
              }
            >
              {children}
            </Shell>
          </ImportSessionProvider>
        </AppProviders>
      </body>
    </html>
  );
}
